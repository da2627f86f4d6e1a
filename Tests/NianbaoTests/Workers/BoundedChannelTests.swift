import Synchronization
import Testing

@testable import Nianbao

@Suite("A queue between tasks that holds a few elements")
struct BoundedChannelTests {
    private struct Broken: Error {}

    private final class Count: Sendable {
        let value = Mutex(0)
    }

    @Test("elements come out in their order, then the end")
    func order() async throws {
        let channel = BoundedChannel<Int>(capacity: 3)
        for number in 1...3 { await channel.send(number) }
        await channel.finish()
        for number in 1...3 { #expect(try await channel.next() == number) }
        #expect(try await channel.next() == nil)
        #expect(try await channel.next() == nil)
        #expect(try await channel.nextBatch() == [])
    }

    @Test("a batch is all that is there")
    func batch() async throws {
        let channel = BoundedChannel<Int>(capacity: 4)
        for number in 1...3 { await channel.send(number) }
        #expect(try await channel.nextBatch() == [1, 2, 3])
        await channel.send(4)
        #expect(try await channel.nextBatch() == [4])
    }

    @Test("who sends is never further ahead than the queue is long", arguments: [1, 2, 5])
    func bounded(capacity: Int) async throws {
        let channel = BoundedChannel<Int>(capacity: capacity)
        let sent = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<200 {
                    await channel.send(number)
                    sent.value.withLock { $0 = number + 1 }
                }
                await channel.finish()
            }
            for number in 0..<200 {
                // What was taken, what is in the queue, and one that is being put in.
                #expect(sent.value.withLock(\.self) <= number + capacity + 1)
                #expect(try await channel.next() == number)
            }
            #expect(try await channel.next() == nil)
            try await group.waitForAll()
        }
    }

    @Test("of several that send, nothing is lost and nothing comes twice")
    func senders() async throws {
        let channel = BoundedChannel<Int>(capacity: 2)
        var received: [Int] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await withTaskGroup { senders in
                    for sender in 0..<5 {
                        senders.addTask { for number in 0..<40 { await channel.send(sender * 40 + number) } }
                    }
                }
                await channel.finish()
            }
            while let number = try await channel.next() { received.append(number) }
            try await group.waitForAll()
        }
        #expect(received.sorted() == Array(0..<200))
        // Each one's own are in order.
        for sender in 0..<5 {
            let own = received.filter { $0 / 40 == sender }
            #expect(own == own.sorted())
        }
    }

    @Test("an error comes behind what was sent before it, and only the first end counts")
    func failed() async throws {
        let channel = BoundedChannel<Int>(capacity: 2)
        await channel.send(1)
        await channel.finish(.failure(Broken()))
        await channel.finish()
        #expect(try await channel.next() == 1)
        await #expect(throws: Broken.self) { _ = try await channel.next() }
    }

    @Test("after the end nobody waits for room", .timeLimit(.minutes(10)))
    func room() async throws {
        let channel = BoundedChannel<Int>(capacity: 1)
        await channel.send(1)
        async let late: Void = channel.send(2)
        await channel.finish()
        await late
        #expect(try await channel.next() == 1)
    }
}

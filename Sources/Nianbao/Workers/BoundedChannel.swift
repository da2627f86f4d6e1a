/// A queue between tasks that holds a few elements: who is ahead waits.
actor BoundedChannel<Element: Sendable> {
    private let capacity: Int
    private var elements: [Element] = []
    private var end: Result<Void, any Error>?
    private var sender: [CheckedContinuation<Void, Never>] = []
    private var receiver: CheckedContinuation<Void, Never>?

    init(capacity: Int) { self.capacity = capacity }

    /// Puts an element in, once there is room.
    func send(_ element: Element) async {
        while elements.count >= capacity, end == nil {
            await withCheckedContinuation { sender.append($0) }
        }
        elements.append(element)
        wakeReceiver()
    }

    /// Nothing more comes; what is in the queue is still received.
    func finish(_ result: Result<Void, any Error> = .success(())) {
        if end == nil { end = result }
        wakeReceiver()
        wakeSenders()
    }

    /// The next element; nil at the end. One task receives.
    func next() async throws -> Element? {
        guard try await hasMore() else { return nil }
        defer { wakeSenders() }
        return elements.removeFirst()
    }

    /// All that is there, once there is something; empty at the end.
    func nextBatch() async throws -> [Element] {
        guard try await hasMore() else { return [] }
        defer {
            elements = []
            wakeSenders()
        }
        return elements
    }

    /// Waits for an element or the end.
    private func hasMore() async throws -> Bool {
        while elements.isEmpty {
            if let end {
                try end.get()
                return false
            }
            await withCheckedContinuation { receiver = $0 }
        }
        return true
    }

    private func wakeReceiver() {
        receiver?.resume()
        receiver = nil
    }

    private func wakeSenders() {
        for waiting in sender { waiting.resume() }
        sender = []
    }
}

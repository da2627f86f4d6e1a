import Testing

@testable import Nianbao

/// One after the other: they look at what the whole process takes.
@Suite("How much memory a process takes", .serialized)
struct ProcessMemoryTests {
    private static let mebibyte = 1 << 20

    /// Runs `body` while so many bytes are in use.
    private func holding<Value>(_ bytes: Int, _ body: () -> Value) -> Value {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: 4096)
        defer { block.deallocate() }
        // Not resident before it is touched.
        for place in stride(from: 0, to: bytes, by: 4096) { block[place] = 1 }
        return body()
    }

    @Test("more is mapped than resident, and the peak is no less than what is resident")
    func order() {
        let resident = ProcessMemory.resident
        #expect(resident > Self.mebibyte)
        #expect(ProcessMemory.mapped > resident)
        #expect(ProcessMemory.peak >= resident - 16 * Self.mebibyte)
    }

    @Test("what is touched is resident")
    func growth() {
        let bytes = 256 * Self.mebibyte
        let before = (ProcessMemory.resident, ProcessMemory.mapped)
        let during = holding(bytes) { (ProcessMemory.resident, ProcessMemory.mapped) }
        // Other tests take and give back memory meanwhile.
        #expect(during.0 - before.0 > bytes / 2)
        #expect(during.1 - before.1 > bytes / 2)
    }

    @Test("the peak stays when memory is given back, until it is counted anew")
    func peak() {
        let bytes = 256 * Self.mebibyte
        ProcessMemory.resetPeak()
        let before = ProcessMemory.resident
        holding(bytes) {}
        #expect(ProcessMemory.peak - before > bytes / 2)
        ProcessMemory.resetPeak()
        #expect(ProcessMemory.peak - before < bytes / 2)
    }
}

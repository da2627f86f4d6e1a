internal import Posix

/// How much memory the process takes. Made without allocating, so that it can be asked where nothing is left.
enum ProcessMemory {
    /// Resident now, in bytes.
    static var resident: Int { pages(column: 1) }

    /// Addresses in use, in bytes.
    static var mapped: Int { pages(column: 0) }

    /// The most that was resident since ``resetPeak()``, or since the process began.
    static var peak: Int {
        withText(of: "/proc/self/status") { text in
            let key = StaticString("VmHWM:")
            let length = key.utf8CodeUnitCount
            guard text.count > length else { return resident }
            for start in 0..<(text.count - length)
            where memcmp(text.baseAddress! + start, key.utf8Start, length) == 0 {
                return number(in: text, from: start + length) * 1024
            }
            return resident
        }
    }

    /// Begins a new count for ``peak``; where the system forbids it, the peak is that of the process.
    static func resetPeak() {
        let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, "5", 1)
        close(descriptor)
    }

    private static func pages(column: Int) -> Int {
        withText(of: "/proc/self/statm") { text in
            var position = 0
            for _ in 0..<column {
                while position < text.count, text[position] != 0x20 { position += 1 }
                position += 1
            }
            return number(in: text, from: position) * Int(getpagesize())
        }
    }

    /// The first number at or after `start`.
    private static func number(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var value = 0
        var position = start
        while position < text.count, !(0x30...0x39).contains(text[position]) { position += 1 }
        while position < text.count, (0x30...0x39).contains(text[position]) {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        return value
    }

    private static func withText(of path: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Int) -> Int {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
            let descriptor = path.withUTF8Buffer {
                open(UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self), O_RDONLY | O_CLOEXEC)
            }
            guard descriptor >= 0 else { return 0 }
            defer { close(descriptor) }
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            return count > 0 ? body(UnsafeBufferPointer(start: buffer.baseAddress, count: count)) : 0
        }
    }
}

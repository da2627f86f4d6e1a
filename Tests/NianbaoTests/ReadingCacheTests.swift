import DocumentModel
import Foundation
import ScanReader
import Testing

@testable import Nianbao

@Suite("What was read off pictures is kept")
struct ReadingCacheTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
    private var cache: ReadingCache { ReadingCache(path: folder.path) }
    private let page = ScannedPage(
        width: 595, height: 842,
        rules: [.init(isHorizontal: true, position: 100, start: 50, end: 500, thickness: 0.7)],
        lines: [
            .init(
                box: Box(x0: 1, y0: 2, x1: 3, y1: 4), size: 9, characters: [.init(text: "7", start: 1, end: 3)],
                certainty: .agreed, others: ["1"])
        ], skew: 0.4, direction: .right)

    @Test("and comes back as it was, for the same file, page, resolution and engines only")
    func kept() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = cache.key(document: "ab", page: 1, resolution: 200, engines: "x")
        #expect(cache.page(key) == nil)
        cache.keep(page, key)
        #expect(cache.page(key) == page)
        for other in [
            cache.key(document: "ac", page: 1, resolution: 200, engines: "x"),
            cache.key(document: "ab", page: 2, resolution: 200, engines: "x"),
            cache.key(document: "ab", page: 1, resolution: 201, engines: "x"),
            cache.key(document: "ab", page: 1, resolution: 200, engines: "y"),
        ] {
            #expect(cache.page(other) == nil)
        }
    }

    @Test("an entry that is damaged in any byte, or cut, is none")
    func damaged() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = cache.key(document: "ab", page: 1, resolution: 200, engines: "x")
        cache.keep(page, key)
        let file = folder.appending(path: "\(key.prefix(2))/\(key).page")
        let whole = try Data(contentsOf: file)
        for change in [10, 70, whole.count - 2] {
            var bytes = whole
            bytes[change] ^= 1
            try bytes.write(to: file)
            #expect(cache.page(key) == nil)
        }
        try whole.prefix(whole.count - 5).write(to: file)
        #expect(cache.page(key) == nil)
        try Data().write(to: file)
        #expect(cache.page(key) == nil)
        try whole.write(to: file)
        #expect(cache.page(key) == page)
    }

    @Test("where nothing can be written nothing is kept, and nothing fails")
    func unwritable() {
        let cache = ReadingCache(path: "/proc/nonexistent")
        cache.keep(page, "abcdef")
        #expect(cache.page("abcdef") == nil)
    }
}

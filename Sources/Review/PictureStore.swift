internal import Dispatch
internal import FileAccess
internal import Foundation
internal import Nianbao
internal import ReportForms
internal import ReportStandard

/// Pictures of pages: those that were asked for last are kept, and one that is being made is waited for, not made twice.
actor PictureStore {
    /// Pixels per inch: sharp when a cell is looked at closely, and made in a moment.
    static let resolution = 150.0

    private struct Key: Hashable {
        var file: String
        var sha256: String
        var page: Int
    }

    private let password: String?
    private let mostBytes: Int
    private var tasks: [Key: Task<Data, any Error>] = [:]
    private var sizes: [Key: Int] = [:]
    /// The one that was asked for longest ago first.
    private var order: [Key] = []

    init(password: String?, mostBytes: Int = 48 << 20) {
        self.password = password
        self.mostBytes = mostBytes
    }

    /// Page `page` of a report's file, as PNG.
    func picture(of entry: ReviewStore.Entry, page: Int) async throws -> Data {
        let key = Key(file: entry.file, sha256: entry.sha256, page: page)
        order.removeAll { $0 == key }
        order.append(key)
        if let known = tasks[key] { return try await known.value }
        let password = password
        let task = Task {
            try await Self.aside {
                let file = try SourceFile.bytes(path: key.file, sha256: key.sha256, password: password)
                let bytes = try PagePictures(file, password: password).png(page: page, resolution: Self.resolution)
                return Data(bytes)
            }
        }
        tasks[key] = task
        do {
            let picture = try await task.value
            sizes[key] = picture.count
            shrink(besides: key)
            return picture
        } catch {
            // The file may be there the next time.
            forget(key)
            throw error
        }
    }

    private func shrink(besides key: Key) {
        var total = sizes.values.reduce(0, +)
        while total > mostBytes, let oldest = order.first(where: { sizes[$0] != nil }), oldest != key {
            total -= sizes[oldest] ?? 0
            forget(oldest)
        }
    }

    private func forget(_ key: Key) {
        tasks[key] = nil
        sizes[key] = nil
        order.removeAll { $0 == key }
    }

    /// Does what takes long on a thread of its own, so that answers that take no time need not wait for it.
    static func aside<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try body() })
            }
        }
    }
}

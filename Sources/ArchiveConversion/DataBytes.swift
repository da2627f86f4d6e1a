internal import Foundation
internal import GRDB

/// Bytes in a database.
enum DataBytes {
    static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

    static func bytes(_ row: Row, at column: Int) -> [UInt8] { (row[column] as Data?).map { Array($0) } ?? [] }
}

internal import FileAccess
internal import Posix

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What the processes of a group take, by `/proc`.
struct ProcessGroup {
    /// The number of the group.
    let id: Int

    /// Of all its processes that run: how many they are, their processor time in seconds, and their resident memory in bytes.
    struct Usage: Hashable {
        var processes = 0
        var seconds = 0.0
        var memory = 0
    }

    var usage: Usage {
        members.reduce(into: Usage()) { usage, member in
            usage.processes += 1
            usage.seconds += member.seconds
            usage.memory += member.memory
        }
    }

    /// The path of a socket that one of its processes listens at, whose name begins so; nil for none.
    func socket(named start: String) -> String? {
        for member in members {
            let folder = "/proc/\(member.id)/fd"
            let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let links = Set(
                open.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") })
            // Number, references, protocol, flags, type, state, node, path.
            for line in Self.text("/proc/\(member.id)/net/unix").split(separator: "\n") {
                let fields = line.split(separator: " ", maxSplits: 7)
                guard fields.count == 8, links.contains("socket:[\(fields[6])]") else { continue }
                if FileName(String(fields[7])).last.hasPrefix(start) { return String(fields[7]) }
            }
        }
        return nil
    }

    private struct Member {
        var id: Int
        var seconds: Double
        var memory: Int
    }

    private var members: [Member] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int($0) }.compactMap(member)
    }

    /// A process, where it is of the group and has not ended.
    private func member(_ process: Int) -> Member? {
        let text = Self.text("/proc/\(process)/stat")
        // The name, in brackets, may hold anything; behind it come state, parent, group …
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 21, Int(fields[2]) == id, fields[0] != "Z" else { return nil }
        let ticks = (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)
        let pages = Int(fields[21]) ?? 0
        return Member(
            id: process, seconds: ticks / Double(sysconf(Int32(_SC_CLK_TCK))),
            memory: pages * Int(sysconf(Int32(_SC_PAGESIZE))))
    }

    private static func text(_ path: String) -> String {
        (try? FileBytes(path: path)).map { String(decoding: $0.prefix($0.count), as: UTF8.self) } ?? ""
    }
}

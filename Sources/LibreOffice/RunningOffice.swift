internal import FileAccess
internal import Posix

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Why LibreOffice gives no document.
public enum OfficeFailure: Error, Hashable, Sendable {
    /// It could not be started.
    case notStarted(String)
    /// It read the file, and could make nothing of it.
    case unreadable
    /// It ended.
    case crashed
    /// It took more time than it may.
    case outOfTime
    /// It took more memory than it may.
    case outOfMemory
}

/// A LibreOffice without a screen that waits for files, with a profile and a folder of its own, both gone with it.
///
/// One that is running converts a file ten times as fast as one that has to start. It is kept by an empty document that it has open.
/// A second start of the program with the same profile hands its arguments over, and ends when they are done.
final class RunningOffice {
    private let folder: String
    private let supervisor: ChildProcess
    private let group: ProcessGroup
    /// How many files it has been given.
    private(set) var served = 0

    /// Starts the office, and hands it a file for each line of its input: number, ending and filters, with tabs between them. When the
    /// input ends, whatever has ended who started it, the office is ended too, and what it has left is removed: its folder and its socket,
    /// whose path is the first line. All of them are in one place for the network, for they talk with each other.
    private static let supervision = """
        program=$1 profile=-env:UserInstallation=file://$2/profile folder=$2
        ulimit -S -v unlimited 2>/dev/null
        ulimit -c 0
        ulimit -f 1048576
        setsid "$program" "$profile" --headless --invisible --norestore --nologo --nolockcheck private:factory/swriter </dev/null &
        office=$!
        echo "$office" > "$folder/started.part" && mv "$folder/started.part" "$folder/started"
        read -r socket
        while IFS="$(printf '\\t')" read -r number ending from to; do
            {
                "$program" "$profile" --convert-to "$to" --infilter="$from" --outdir "$folder/out" "$folder/$number.$ending"
                : > "$folder/$number.done"
            } </dev/null &
        done
        trap '' TERM
        kill -KILL "-$office"
        kill -TERM 0
        wait
        rm -rf "$folder" "$socket"
        """

    /// Starts, and waits until it takes files.
    init(_ program: OfficeProgram, patience: Duration) throws(OfficeFailure) {
        folder = try Self.newFolder()
        let environment = Self.environment(home: folder)
        do throws(ChildProcess.NotStarted) {
            supervisor = try ChildProcess(
                Self.withoutNetwork(environment) + [
                    "/bin/sh", "-c", Self.supervision, "nianbao", program.path, folder,
                ],
                environment: environment, hasInput: true, isSession: true)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw .notStarted(String(cString: strerror(error.code)))
        }
        let socket: String
        (group, socket) = try Self.ready(supervisor, in: folder, patience: patience)
        supervisor.say(socket)
    }

    /// Waits until the office takes files: it has its socket, and nothing to do any more.
    ///
    /// The socket alone does not say so. Whoever hands over a file before that starts an office of its own.
    private static func ready(
        _ supervisor: ChildProcess, in folder: String, patience: Duration
    ) throws(OfficeFailure) -> (ProcessGroup, socket: String) {
        let deadline = ContinuousClock.now + patience
        var (seconds, idleLooks) = (0.0, 0)
        while ContinuousClock.now < deadline, !supervisor.hasEnded() {
            usleep(100_000)
            guard let file = try? FileBytes(path: folder + "/started"),
                let id = Int(String(decoding: file.prefix(32), as: UTF8.self).filter(\.isNumber))
            else { continue }
            let group = ProcessGroup(id: id)
            let now = group.usage.seconds
            idleLooks = now == seconds && now >= leastStart ? idleLooks + 1 : 0
            seconds = now
            if idleLooks >= 3, let socket = group.socket(named: "OSL_PIPE") { return (group, socket) }
        }
        throw .notStarted("it does not take any files")
    }

    /// Processor time that no start does without, in seconds.
    private static let leastStart = 0.1

    /// Resident, in bytes.
    var memory: Int { group.usage.memory }

    /// Converts the file.
    func convert(
        _ bytes: [UInt8], by filter: OfficeFilter, limits: OfficeLimits
    ) throws(OfficeFailure) -> [UInt8] {
        served += 1
        let name = "\(folder)/\(served)"
        let (input, output) = ("\(name).\(filter.ending)", "\(folder)/out/\(served).\(filter.outputEnding)")
        defer { for path in [input, output, name + ".done"] { unlink(path) } }
        do { try Data(bytes).write(to: URL(fileURLWithPath: input)) } catch { throw .notStarted("\(error)") }
        let words = ["\(served)", filter.ending, filter.input, "\(filter.outputEnding):\(filter.output)"]
        supervisor.say(words.joined(separator: "\t"))
        try wait(for: name + ".done", limits)
        guard let made = try? Data(contentsOf: URL(fileURLWithPath: output)), !made.isEmpty else {
            throw group.usage.processes > 0 ? OfficeFailure.unreadable : .crashed
        }
        return Array(made)
    }

    private func wait(for file: String, _ limits: OfficeLimits) throws(OfficeFailure) {
        let deadline = ContinuousClock.now + limits.patience
        let before = group.usage.seconds
        var looks = 0
        while access(file, F_OK) != 0 {
            usleep(5_000)
            looks += 1
            // Looking takes longer than waiting.
            guard looks % 20 == 0 else { continue }
            let usage = group.usage
            if usage.processes == 0 { throw .crashed }
            if usage.memory > limits.memory { throw .outOfMemory }
            if usage.seconds - before > limits.seconds || ContinuousClock.now > deadline { throw .outOfTime }
        }
    }

    /// A folder that nobody else can look into, with a profile.
    private static func newFolder() throws(OfficeFailure) -> String {
        let above = FileStatus.resolvingLinks(FileManager.default.temporaryDirectory.path)
        var template = Array("\(above)/nianbao-office-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .notStarted("no folder can be made in \(above)") }
        let folder = template.withUnsafeBufferPointer {
            String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder + "/profile/user", withIntermediateDirectories: true)
            try Data(OfficeProfile.settings.utf8).write(
                to: URL(fileURLWithPath: folder + "/profile/user/registrymodifications.xcu"))
        } catch {
            throw .notStarted("no profile can be made in \(folder)")
        }
        return folder
    }

    /// What starts a program without any network, where the system lets users do that.
    private static func withoutNetwork(_ environment: [String: String]) -> [String] {
        let words = ["unshare", "--user", "--map-current-user", "--net"]
        guard let trial = try? ChildProcess(words + ["true"], environment: environment) else { return [] }
        return trial.exitCode() == 0 ? words : []
    }

    /// What the programs see of the system: no display, no settings of the user's.
    private static func environment(home: String) -> [String: String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return ["PATH": path, "HOME": home, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"]
    }
}

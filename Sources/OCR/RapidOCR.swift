internal import Posix

/// PP-OCRv4 for Chinese and English, by the Python package `rapidocr-onnxruntime`, in a process of its own.
///
/// The process is started by the first line to be read, and serves all others. One that crashes or hangs is ended and replaced
/// once; a second failure at the same crops is an error.
public final class RapidOCR: TextRecognizer {
    public let identity = "rapidocr-onnxruntime 1.4.4, PP-OCRv4"
    private let python: String
    private let threads: Int
    private let secondsPerCrop: Double
    private var process: EngineProcess?
    private var requests = 0

    /// - Parameters:
    ///   - environment: the virtual environment that holds the package; `nil` looks where ``defaultEnvironment`` says.
    ///   - threads: how many crops are read at once.
    ///   - secondsPerCrop: a line that takes longer has hung.
    public init(environment: String? = nil, threads: Int, secondsPerCrop: Double = 2) {
        python = (environment ?? Self.defaultEnvironment) + "/bin/python"
        self.threads = max(1, threads)
        self.secondsPerCrop = secondsPerCrop
    }

    /// What `NIANBAO_OCR` names, else the virtual environment that the program itself is in where it holds the engine, else
    /// `nianbao/ocr` in the user's data folder.
    public static var defaultEnvironment: String {
        if let named = variable("NIANBAO_OCR") { return named }
        if let own = environmentOfProgram { return own }
        let data = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? "/usr") + "/.local/share"
        return data + "/nianbao/ocr"
    }

    public var isInstalled: Bool { access(python, X_OK) == 0 }

    public func recognize(_ crops: [Crop]) throws(RecognitionError) -> [RecognizedLine] {
        guard !crops.isEmpty else { return [] }
        guard isInstalled else {
            throw RecognitionError(
                .missing,
                cause: "text recognition is not installed (no \(python)); samples/setup-ocr.sh installs it, "
                    + "NIANBAO_OCR names another place")
        }
        var last = EngineProcess.Failure.gone
        for _ in 0..<2 {
            do throws(EngineProcess.Failure) {
                return try answer(crops)
            } catch {
                process = nil
                last = error
            }
        }
        throw RecognitionError(.failed, cause: "text recognition \(Self.words(of: last)) (\(python))")
    }

    private func answer(_ crops: [Crop]) throws(EngineProcess.Failure) -> [RecognizedLine] {
        let process: EngineProcess
        if let running = self.process { process = running } else { process = try start() }
        self.process = process
        requests += 1
        let seconds = Self.secondsToStart + secondsPerCrop * Double(crops.count)
        let deadline = ContinuousClock.now + .seconds(seconds)
        try process.send(CropFrame.request(id: requests, crops), by: deadline)
        guard let header = CropFrame.header(try process.line(by: deadline)), header.id == requests else {
            throw .malformed
        }
        guard let lines = CropFrame.lines(try process.bytes(header.bytes, by: deadline), count: crops.count) else {
            throw .malformed
        }
        return lines
    }

    /// Loading the model takes one or two, on a machine with nothing else to do.
    private static let secondsToStart = 60.0

    private func start() throws(EngineProcess.Failure) -> EngineProcess {
        let script = String(decoding: PackageResources.rapidocr_worker_py, as: UTF8.self)
        var environment = ["OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"]
        for name in ["HOME", "PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH"] {
            environment[name] = Self.variable(name)
        }
        return try EngineProcess(python, arguments: ["-I", "-c", script, String(threads)], environment: environment)
    }

    /// The virtual environment whose `bin` the running program is in, if the engine is installed there.
    private static var environmentOfProgram: String? {
        guard let folder = RunningProgram.prefix, access(folder + "/pyvenv.cfg", F_OK) == 0 else { return nil }
        var found = glob_t()
        defer { globfree(&found) }
        let isThere = glob(folder + "/lib/python3*/site-packages/rapidocr_onnxruntime", 0, nil, &found) == 0
        return isThere ? folder : nil
    }

    private static func words(of failure: EngineProcess.Failure) -> String {
        switch failure {
        case .outOfTime: "takes too long"
        case .gone: "ends without an answer; is rapidocr-onnxruntime installed?"
        case .malformed: "gives no proper answer"
        case .notStarted(let code): "cannot be started: \(String(cString: strerror(code)))"
        }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

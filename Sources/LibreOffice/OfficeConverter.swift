internal import Synchronization

/// Converts files by LibreOffice, one after the other. It is started for the first one, and kept for the next ones.
public final class OfficeConverter: Sendable {
    private let limits: OfficeLimits
    private let running = Mutex<RunningOffice?>(nil)

    /// After so many files a new one takes its place, so that nothing it keeps adds up.
    private static let mostFiles = 200

    public init(limits: OfficeLimits) { self.limits = limits }

    /// The document that `program` makes of a file: DOCX of texts, XLSX of workbooks.
    ///
    /// What ends the program, or takes too much, is tried once more in a new one.
    public func convert(
        _ bytes: [UInt8], by filter: OfficeFilter, with program: OfficeProgram
    ) throws(OfficeFailure) -> [UInt8] {
        let limits = limits
        let result = running.withLock { running -> Result<[UInt8], OfficeFailure> in
            var failure = OfficeFailure.unreadable
            for _ in 1...2 {
                do throws(OfficeFailure) {
                    let office: RunningOffice
                    if let running {
                        office = running
                    } else {
                        office = try RunningOffice(program, patience: limits.patience)
                    }
                    running = office
                    let made = try office.convert(bytes, by: filter, limits: limits)
                    if office.served >= Self.mostFiles || office.memory > limits.memory / 2 { running = nil }
                    return .success(made)
                } catch {
                    failure = error
                    if error == .unreadable { break }
                    running = nil
                }
            }
            return .failure(failure)
        }
        return try result.get()
    }
}

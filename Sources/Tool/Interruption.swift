import Dispatch
import Posix

/// Ends something in order when the user presses Ctrl-C, or the system asks for it.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    init(_ body: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: body)
            source.resume()
            return source
        }
    }

    func end() { for source in sources { source.cancel() } }
}

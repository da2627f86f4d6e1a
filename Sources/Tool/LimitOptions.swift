import ArgumentParser
import Nianbao

/// What reading one file may cost.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Processor time that one file may take.", valueName: "seconds"))
    var timeout = 60.0

    @Option(help: ArgumentHelp("Memory that one file may take, in MiB.", valueName: "MiB"))
    var memory = 1024

    func validate() throws {
        guard (0.001...1e8).contains(timeout) else {
            throw ValidationError("--timeout takes seconds, from 0.001 to 100000000.")
        }
        guard (64...1 << 30).contains(memory) else { throw ValidationError("--memory takes 64 to 1073741824.") }
    }

    var limits: WorkerLimits { WorkerLimits(time: .seconds(timeout), memory: memory << 20) }
}

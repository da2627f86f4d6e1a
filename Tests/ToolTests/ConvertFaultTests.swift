import Foundation
import TestSupport
import Testing

@Suite("nianbao convert, while it is killed")
struct ConvertFaultTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    /// 300 files: good ones, and every kind of bad one.
    private func archive() throws {
        try FileManager.default.createDirectory(at: files.url("in/deep/er"), withIntermediateDirectories: true)
        let pdf = try Data(contentsOf: URL(filePath: Project.sample("township-2020-reportlab.pdf")))
        let text = try String(contentsOfFile: Project.sample("dafeng-2024.md"), encoding: .utf8)
        for number in 0..<8 {
            // What stands behind the end of a PDF makes it another content.
            try files.write("in/deep/\(number).pdf", pdf + Data("\n% \(number)\n".utf8))
            try files.write("in/deep/er/\(number).md", text + "\n\n\(number)\n")
            try files.write("in/truncated-\(number).pdf", pdf.prefix(2000 + number * 100))
        }
        for number in 0..<260 {
            try files.write("in/small-\(number).md", "# 市\(number)局2023年政府信息公开工作年度报告\n")
        }
        var generator = SeededGenerator(seed: 7)
        for number in 0..<6 {
            let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try files.write("in/random-\(number).pdf", Data((number % 2 == 0 ? [] : Array("%PDF-1.7\n".utf8)) + bytes))
        }
        try files.copy(Project.fixture("encrypted.pdf"), as: "in/encrypted.pdf")
        try files.write("in/empty.pdf", Data())
        try files.write(
            "in/huge.pdf", Data(TestPDF(.init("0 0 m 1 1 l S", mediaBox: [0, 0, 1e7, 1e7])).bytes))
        let depth = 100_000
        let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        try files.write("in/nested.pdf", Data(TestPDF(.init("", entries: "/Nest \(nest)")).bytes))
        try files.write("in/nested.html", String(repeating: "<div>", count: depth) + "<table><tr><td>1")
        try files.write("in/endless.pdf", Data(PoisonPDF.endless))
        try files.write("in/greedy.pdf", Data(PoisonPDF.greedy))
    }

    @Test(
        "workers and runs that are killed at any moment end with what one run writes, byte by byte",
        .timeLimit(.minutes(10)))
    func killed() async throws {
        try archive()
        // Seconds of the processor, not of the clock: good files never meet it, however much else the machine does.
        let options = "--timeout 2 --memory 192 --quiet"
        let outputs = "-o $OUT.ndjson -o $OUT.csv -o $OUT.sqlite -o $OUT.xlsx -o $OUT/"
        let script = """
            OUT=clean; $NIANBAO convert in \(options) \(outputs); [ $? = 2 ] || exit 9
            OUT=cut; RANDOM=11; cuts=0
            while :; do
                $NIANBAO convert in \(options) \(outputs) & run=$!
                (sleep 0.$((RANDOM % 6 + 2)); pkill -KILL -P $run) & killer=$!
                (sleep $((RANDOM % 2)).$((RANDOM % 9)); [ $cuts -lt 6 ] && kill -KILL $run) & stopper=$!
                wait $run; code=$?
                kill $killer $stopper; wait $killer $stopper
                [ $code = 2 ] && break
                [ $code = 137 ] || exit 8
                cuts=$((cuts + 1))
            done
            for kind in ndjson csv sqlite xlsx; do cmp clean.$kind cut.$kind >&2 || exit 7; done
            diff <(sqlite3 clean.sqlite .dump) <(sqlite3 cut.sqlite .dump) >&2 || exit 6
            diff -r -x .nianbao.ledger clean cut >&2 || exit 5
            find . -name '*.part' -o -name '*.lock'
            sqlite3 cut.sqlite "
                SELECT file || '|' || failure FROM documents WHERE outcome = 'failed' ORDER BY file;
                SELECT COUNT(*), COUNT(DISTINCT file), SUM(outcome = 'read') FROM documents"
            [ $cuts -gt 0 ] && echo was cut
            """
        let run = try await files.tool.shell("{ \(script)\n} 2> log")
        let log = try files.text("log")
        #expect(run.status == 0, "\(log)")
        let unreadable =
            ["encrypted"] + (0..<6).map { "random-\($0)" } + (0..<8).map { "truncated-\($0)" }
        let failures =
            unreadable.map { "in/\($0).pdf|unreadable" } + ["in/endless.pdf|time_limit", "in/greedy.pdf|memory_limit"]
        #expect(
            run.text.split(separator: "\n").map(String.init)
                == failures.sorted() + ["297|297|279", "was cut"], "\(log)")
    }
}

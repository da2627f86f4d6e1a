import Foundation
import Nianbao
import ReportStandard
import TestSupport
import Testing

@Suite("The article on reading many files")
struct LibraryArticleTests {
    @Test("its example compiles, reads what can be read, and names what cannot")
    func example() async throws {
        var printed: [String] = []
        func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
        let tool = try Tool.executable.path
        let paths = [Project.sample("dafeng-2024.md"), "/nowhere/a.pdf", Project.sample("town-2024-cells.txt")]

        // Example
        let pool = WorkerPool(tool: tool, jobs: 4, limits: WorkerLimits(time: .seconds(30), memory: 512 << 20))
        for try await outcome in pool.outcomes(of: paths) {
            switch outcome.result {
            case .success(let read):
                for report in try read.reports() {
                    print(outcome.id, report.agency?.name ?? "?", report.year ?? 0, report.figures.count)
                }
            case .failure(let cause):
                print(outcome.id, cause.name, cause)
            }
        }
        // end

        #expect(
            printed.sorted() == [
                "0 武陟县大封镇人民政府 2024 200", "1 unreadable no such file", "2 纸鸢县落霞镇人民政府 2024 200",
            ])
        let article = try Project.text(of: "Sources/Nianbao/Nianbao.docc/ReadingManyFiles.md")
        let example = try Project.exampleProgram()
        #expect(article.contains("```swift\n\(example)\n```"))
    }

    @Test("a slow loop holds the workers back: few paths are taken ahead of it")
    func bounds() async throws {
        let sample = Project.sample("dafeng-2024.md")
        let taken = Counter()
        let pool = WorkerPool(tool: try Tool.executable.path, jobs: 1)
        var seen = 0
        for try await _ in pool.outcomes(next: { WorkRequest(id: await taken.next(), path: sample) }) {
            seen += 1
            if seen == 2 { try await Task.sleep(for: .seconds(1)) }
            if seen == 3 { break }
        }
        // Two given out, one being looked at, and those that wait: two in the queue, one that is read or waits for its place.
        #expect(await taken.count <= 3 + 4)
    }
}

private actor Counter {
    private(set) var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}

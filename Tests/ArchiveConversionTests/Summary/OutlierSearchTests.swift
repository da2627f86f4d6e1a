import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import ArchiveConversion

@Suite("Figures far from what one would expect")
struct OutlierSearchTests {
    private let forms: FormLibrary
    /// A total of the form of 2021 that no other one includes.
    private static let code = "requests.new.total"

    init() throws { forms = try FormLibrary.builtIn() }

    private func outliers(
        _ numbers: [Int], status: Figure.Status = .printed, code: String = Self.code,
        level: (Int) -> Agency.Level? = { _ in .county }
    ) -> [Outlier] {
        var search = OutlierSearch(forms: forms)
        for (index, number) in numbers.enumerated() {
            search.add(
                Made.report("\(index).pdf", level: level(index), figures: [code: Made.number(number, status)]),
                before: [:])
        }
        return search.outliers()
    }

    private func jump(_ before: Int, _ now: Int) -> [Outlier] {
        var search = OutlierSearch(forms: forms)
        search.add(
            Made.report(figures: [Self.code: Made.number(now)]), before: [IndicatorCode(Self.code): Decimal(before)])
        return search.outliers()
    }

    /// Twelve peers that are much alike.
    private let peers = [90, 95, 98, 100, 101, 103, 104, 106, 108, 110, 115, 120]

    @Test("one among its peers is found, with what is usual")
    func peer() throws {
        let found = outliers(peers + [5000])
        #expect(found.map(\.file) == ["12.pdf"])
        let one = try #require(found.first)
        #expect(one.comparison == .peers && one.value == 5000 && one.usual == 104)
        #expect(one.code == Self.code && one.year == 2023 && one.form == "2021" && one.level == .county)
        #expect(outliers(peers + [2]).map(\.value) == [2])
    }

    @Test("less than ten times the usual is none, however alike the peers are")
    func near() { #expect(outliers(peers + [900]).isEmpty) }

    @Test("fewer than twelve peers say nothing, and peers are of one level")
    func few() {
        #expect(outliers(Array(peers.prefix(10)) + [5000]).isEmpty)
        #expect(outliers(Array(peers.prefix(11)) + [5000]).count == 1)
        #expect(outliers(peers + [5000]) { $0 < 12 ? .county : .province }.isEmpty)
    }

    @Test("where most peers are the same, the mean distance says how far is far")
    func same() {
        #expect(outliers([Int](repeating: 0, count: 12)).isEmpty)
        #expect(outliers([Int](repeating: 0, count: 20) + [5000]).map(\.value) == [5000])
    }

    @Test("only figures that nothing contradicts are looked at", arguments: [Figure.Status.suspect, .missing, .blank])
    func uncertain(status: Figure.Status) { #expect(outliers(peers + [5000], status: status).isEmpty) }

    @Test("a part of a total is not looked at")
    func parts() { #expect(outliers(peers + [5000], code: "requests.new.natural_person").isEmpty) }

    @Test(
        "beside the year before it must be ten times as much or a tenth, and differ by a hundred",
        arguments: [
            (10, 110, true), (10, 109, false), (1000, 100, true), (1000, 101, false), (0, 99, false), (0, 100, true),
            (1, 10, false),
        ])
    func yearBefore(before: Int, now: Int, isFound: Bool) {
        let found = jump(before, now)
        #expect(found.map(\.comparison) == (isFound ? [.yearBefore] : []))
        if isFound { #expect(found.first?.usual == Double(before) && found.first?.value == Double(now)) }
    }

    @Test("the farthest come first, and of two alike the first by its file")
    func order() {
        let found = outliers(peers + peers + [5000, 900_000, 5000])
        #expect(found.map(\.file) == ["25.pdf", "24.pdf", "26.pdf"])
    }
}

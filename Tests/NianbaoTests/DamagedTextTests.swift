import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

/// The sample from text recognition, damaged further: less may be read, but nothing wrong.
@Suite("A report from text recognition, damaged in other ways")
struct DamagedTextTests {
    private static let path = Project.sample("dafeng-2024.md")
    private let text: String
    private let whole: Report

    init() throws {
        text = try String(contentsOfFile: Self.path, encoding: .utf8)
        whole = try #require(try Self.report(text))
    }

    private static func report(_ text: String) throws -> Report? {
        try ReportExtraction(forms: .builtIn())
            .reports(in: FileBytes(name: "made.md", Array(text.utf8))).first
    }

    /// A way to damage the lines of a report.
    struct Damage: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Fewest figures that have to come out right.
        var least: Int
        var apply: @Sendable ([String]) -> [String]

        init(_ name: String, least: Int, _ apply: @escaping @Sendable ([String]) -> [String]) {
            testDescription = name
            self.least = least
            self.apply = apply
        }
    }

    /// Changes the cells of the rows whose line contains `label`.
    private static func cells(
        of label: String, in lines: [String], _ change: (inout [String]) -> Void
    ) -> [String] {
        lines.map { line in
            guard line.hasPrefix("|"), line.contains(label) else { return line }
            var cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            change(&cells)
            return "|" + cells.joined(separator: "|")
        }
    }

    private static let damages: [Damage] = [
        Damage("pipes dropped at the ends of rows", least: 190) { lines in
            lines.map { $0.hasPrefix("|") ? String($0.dropLast()) : $0 }
        },
        Damage("two columns swapped in one row", least: 180) { lines in
            cells(of: "3.其他", in: lines) { $0.swapAt(3, 4) }
        },
        Damage("the row of totals lost", least: 180) { lines in lines.filter { !$0.contains("(七) 总计") } },
        Damage("a row doubled", least: 180) { lines in
            lines.flatMap { $0.contains("3.其他") ? [$0, $0] : [$0] }
        },
        Damage("label fragments", least: 180) { lines in
            lines.map { $0.replacing("本机关不掌握相关政府信息", with: "不掌握相 关政府") }
        },
        Damage("full-width digits", least: 200) { lines in
            lines.map { $0.hasPrefix("|") ? $0.replacing(" 0 ", with: " ０ ").replacing(" 1 ", with: " １ ") : $0 }
        },
        Damage("O for 0 in the totals of every third row", least: 180) { lines in
            lines.enumerated().map { index, line in
                index % 3 == 0 && line.hasSuffix("| 0  |  |  |  |")
                    ? String(line.dropLast(15)) + "| O  |  |  |  |" : line
            }
        },
        Damage("l for 1", least: 175) { lines in
            lines.map { $0.hasPrefix("|") ? $0.replacing(" 1 ", with: " l ") : $0 }
        },
        Damage("two cells merged into one", least: 180) { lines in
            cells(of: "1.属于国家秘密", in: lines) { $0[3...4] = [" 0 0 "] }
        },
        Damage("rows cut off at the right", least: 150) { lines in
            lines.map { $0.contains("2.重复申请") ? String($0.prefix(40)) : $0 }
        },
        Damage("a digit misread in the middle", least: 190) { lines in
            cells(of: "4.保护第三方合法权益", in: lines) { $0[5] = " 8 " }
        },
        Damage("a row cut out", least: 180) { lines in lines.filter { !$0.contains("3.其他") } },
    ]

    @Test("nothing wrong is claimed", arguments: damages)
    func claims(damage: Damage) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let damaged = damage.apply(lines)
        try #require(damaged != lines, "nothing was damaged")
        let report = try #require(try Self.report(damaged.joined(separator: "\n")))
        var right = 0
        for (code, figure) in report.figures.map({ ($0.code.description, $0.figure) }) {
            if figure.value != nil, figure.value == whole[code]?.value { right += 1 }
            if figure.status == .recovered || figure.status == .printed {
                #expect(figure.value == whole[code]?.value, "\(code) \(figure.status) \(figure.printed ?? "")")
            }
        }
        #expect(right >= damage.least)
    }
}

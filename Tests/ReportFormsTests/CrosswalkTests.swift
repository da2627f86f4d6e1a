import ReportForms
import ReportStandard
import Testing

@Suite("The crosswalk between the forms")
struct CrosswalkTests {
    private let crosswalk: Crosswalk
    private let library: FormLibrary

    init() throws {
        crosswalk = try Crosswalk.builtIn()
        library = try FormLibrary.builtIn()
    }

    @Test("every code of the three forms is there exactly once, and no other", arguments: ["2014", "2019", "2021"])
    func complete(form: String) throws {
        let own = try #require(library.forms.first { $0.form == form }).indicators.map(\.code)
        let listed = crosswalk.entries.flatMap { $0.codes[form]?.ways.joined().map(\.self) ?? [] }
        #expect(listed.sorted() == own.sorted())
    }

    @Test("every step with figures on either side is judged")
    func judged() {
        for entry in crosswalk.entries {
            for (older, newer) in zip(crosswalk.forms, crosswalk.forms.dropFirst()) {
                let hasFigures = entry.codes[older] != nil || entry.codes[newer] != nil
                #expect(!hasFigures || entry.steps[newer] != nil, "\(entry.concept) to \(newer)")
            }
        }
        #expect(Set(crosswalk.entries.map(\.concept)).count == crosswalk.entries.count, "no concept is there twice")
    }

    @Test("what has no counterpart is never comparable")
    func noCounterpart() {
        for step in crosswalk.steps where step.from.ways.isEmpty || step.to.ways.isEmpty {
            #expect(step.comparable == .no, "\(step.concept)")
        }
        for step in crosswalk.steps {
            #expect(!step.reason.zh.isEmpty && !step.reason.en.isEmpty)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var from: String
        var to: String
        var comparable: Crosswalk.Comparable
        var testDescription: String { "\(from) to \(to)" }
    }

    @Test(
        "figures lead to their counterparts",
        arguments: [
            Case(from: "statistics.requests.received", to: "requests.new.total", comparable: .withCare),
            Case(
                from: "statistics.proactive.normative_documents_issued", to: "proactive.normative_documents.produced",
                comparable: .withCare),
            Case(
                from: "proactive.normative_documents.produced", to: "proactive.normative_documents.issued",
                comparable: .withCare),
            Case(from: "statistics.requests.concluded_extended", to: "", comparable: .no),
            Case(
                from: "statistics.requests.refused_trade_secret + statistics.requests.refused_personal_privacy",
                to: "requests.refused.third_party_rights.total", comparable: .withCare),
            Case(
                from: "statistics.reconsideration.corrected", to: "proceedings.reconsideration.corrected",
                comparable: .withCare),
            Case(
                from: "statistics.litigation.upheld",
                to: "proceedings.litigation_direct.upheld + proceedings.litigation_after_reconsideration.upheld",
                comparable: .withCare),
            Case(
                from: "requests.other.business",
                to:
                    "requests.other.no_correction.business + requests.other.fee_unpaid.business + requests.other.other.business | requests.other.business",
                comparable: .yes),
            Case(from: "proactive.procurement.amount", to: "", comparable: .no),
            Case(from: "requests.granted.research", to: "requests.granted.research", comparable: .yes),
        ])
    func counterparts(expected: Case) {
        let steps = crosswalk.steps.filter { $0.from.text == expected.from }
        #expect(
            steps.contains { $0.to.text == expected.to && $0.comparable == expected.comparable },
            "\(steps.map(\.to.text))")
    }
}

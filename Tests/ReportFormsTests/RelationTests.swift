import ReportForms
import ReportStandard
import Testing

@Suite("The relations of a form")
struct RelationTests {
    private static let columns = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation", "total",
    ]
    private static let resultRows2021 = [
        "granted", "partly_granted", "refused.state_secret", "refused.forbidden_by_law",
        "refused.security_and_stability", "refused.third_party_rights", "refused.internal_affairs",
        "refused.process_information", "refused.enforcement_files", "refused.administrative_query",
        "unavailable.not_held", "unavailable.needs_creation", "unavailable.still_unclear", "not_processed.petition",
        "not_processed.repeated", "not_processed.publications", "not_processed.excessive",
        "not_processed.confirm_or_reissue", "other.no_correction", "other.fee_unpaid", "other.other",
    ]

    private func relations(_ name: String) throws -> [String: Relation] {
        let form = try #require(try FormLibrary.builtIn().forms.first { $0.form == name })
        let relations = form.relations(between: form.indicators)
        #expect(Set(relations.map(\.id)).count == relations.count, "no id stands for two relations")
        return Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
    }

    @Test("the form of 2021 has a relation for every column, row and group")
    func ids() throws {
        let rows = ["new", "carried_in"] + Self.resultRows2021 + ["other", "handled_total", "carried_out"]
        let expected =
            Self.columns.flatMap { ["requests.balance.\($0)", "requests.results.\($0)"] }
            + rows.map { "requests.applicants.\($0)" }
            + [
                "proceedings.reconsideration", "proceedings.litigation_direct",
                "proceedings.litigation_after_reconsideration",
            ]
        #expect(try relations("2021").keys.sorted() == expected.sorted())
        #expect(expected.count == 43)
    }

    @Test("the form of 2019 has fewer rows, and as many relations for its columns and groups")
    func ids2019() throws {
        let ids = try relations("2019").keys
        #expect(ids.count == 40)
        #expect(ids.count { $0.hasPrefix("requests.applicants.") } == 23)
        #expect(!ids.contains("requests.applicants.other.other"))
    }

    @Test("what came in equals what was handled and what is carried on", arguments: columns)
    func balance(column: String) throws {
        let relation = try #require(try relations("2021")["requests.balance.\(column)"])
        #expect(relation.left.map(\.description) == ["requests.new.\(column)", "requests.carried_in.\(column)"])
        #expect(
            relation.right.map(\.description) == ["requests.handled_total.\(column)", "requests.carried_out.\(column)"])
    }

    @Test("the twenty-one results, or other handling as one, sum to the total handled", arguments: columns)
    func results(column: String) throws {
        let relation = try #require(try relations("2021")["requests.results.\(column)"])
        #expect(
            Set(relation.left.map(\.description))
                == Set((Self.resultRows2021 + ["other"]).map { "requests.\($0).\(column)" }))
        #expect(relation.left.count == 22)
        #expect(relation.right.map(\.description) == ["requests.handled_total.\(column)"])
    }

    @Test("in the form of 2019 nineteen results sum to the total handled")
    func results2019() throws {
        let relation = try #require(try relations("2019")["requests.results.total"])
        #expect(
            relation.left.map(\.description)
                == (Self.resultRows2021.dropLast(3) + ["other"]).map { "requests.\($0).total" })
    }

    @Test(
        "six kinds of applicants sum to the total of a row",
        arguments: ["new", "refused.state_secret", "other", "carried_out"])
    func applicants(row: String) throws {
        let relation = try #require(try relations("2021")["requests.applicants.\(row)"])
        #expect(relation.left.map(\.description) == Self.columns.dropLast().map { "requests.\(row).\($0)" })
        #expect(relation.right.map(\.description) == ["requests.\(row).total"])
    }

    @Test("four outcomes sum to the total of a group", arguments: ["reconsideration", "litigation_direct"])
    func proceedings(group: String) throws {
        let relation = try #require(try relations("2021")["proceedings.\(group)"])
        #expect(
            relation.left.map(\.description)
                == ["upheld", "corrected", "other", "pending"].map { "proceedings.\(group).\($0)" })
        #expect(relation.right.map(\.description) == ["proceedings.\(group).total"])
    }

    @Test("a relation without any of its figures on one side is left out")
    func incomplete() throws {
        let form = try #require(try FormLibrary.builtIn().forms.first)
        let some = form.indicators.filter { $0.code.description.hasPrefix("requests.new.") }
        #expect(form.relations(between: some).map(\.id) == ["requests.applicants.new"])
    }
}

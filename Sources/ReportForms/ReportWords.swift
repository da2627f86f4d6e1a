#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Words of the reports' language that are not a form's: what sentences, cells, titles and names are made of. They are data
/// (`Resources/words.json`), for they change with the years, not with the code; <doc:WritingAForm> says how to change them.
///
/// All are compared with text whose width is folded and whose blanks are removed.
public struct ReportWords: Hashable, Sendable, Codable {
    public var prose: Prose
    public var figures: Figures
    public var titles: Titles
    public var agencies: Agencies
    public var years: Years

    /// How sentences speak about figures.
    public struct Prose: Hashable, Sendable, Codable {
        /// What numbers of requests, cases and documents are counted in.
        public var units: [String]
        /// Words behind a unit that make it another one: 件次.
        public var notBehindUnits: [String]
        /// Opens a list of parts: 其中.
        public var partsBegin: [String]
        /// Sentences with one of these are about other years, other bodies or documents.
        public var otherSubjects: [String]
        /// Clauses with one of these speak of a part, a share or a change.
        public var partsAndChanges: [String]

        enum CodingKeys: String, CodingKey {
            case units
            case notBehindUnits = "not_behind_units"
            case partsBegin = "parts_begin"
            case otherSubjects = "other_subjects"
            case partsAndChanges = "parts_and_changes"
        }
    }

    /// What stands in the cells of figures.
    public struct Figures: Hashable, Sendable, Codable {
        /// What may follow a number; the units of forms come to them.
        public var units: [String]
        /// Stands before the unit in the brackets of a heading: （单位：万元）.
        public var unitLabels: [String]
        /// Says that there is nothing: 无.
        public var none: [String]
        /// A cell of nothing but these characters says that there is nothing.
        public var dashes: String
        /// Before a number in a column of changes: 增加8, 减少3.
        public var more: [String]
        public var less: [String]

        enum CodingKeys: String, CodingKey {
            case units, none, dashes, more, less
            case unitLabels = "unit_labels"
        }
    }

    /// The title of a report: agency, year, subject and the word for report, with fillers between the last two.
    public struct Titles: Hashable, Sendable, Codable {
        /// The last word of a title: 报告.
        public var endings: [String]
        /// What the report is about, the longer of two before the shorter: 政府信息公开.
        public var subjects: [String]
        /// May stand between the subject and the ending: 工作.
        public var fillers: [String]
        /// May stand between the year and the agency: 年度.
        public var behindYear: [String]
        /// Stands before the agency's name and is no part of it: 附件.
        public var beforeAgency: [String]
        /// Stands behind the agency's name and is no part of it: 关于.
        public var behindAgency: [String]
        /// A line that has one of these and is no title of itself ends a title in several lines: a list of reports.
        public var otherLines: [String]
        /// Stands before the title, with a colon: 标题.
        public var labels: [String]
        /// The last word of the title of a table that may stand alone: 统计表.
        public var tableEndings: [String]

        enum CodingKeys: String, CodingKey {
            case endings, subjects, fillers, labels
            case tableEndings = "table_endings"
            case behindYear = "behind_year"
            case beforeAgency = "before_agency"
            case behindAgency = "behind_agency"
            case otherLines = "other_lines"
        }
    }

    /// The names of agencies and of the places they belong to.
    public struct Agencies: Hashable, Sendable, Codable {
        /// Regular expressions with a group `name`: how sentences name the agency, the surest first.
        public var patterns: [String]
        /// Stands before the agency whose report or table it is, with a colon: 填报单位.
        public var reporting: [String]
        /// Regular expressions with a group `name`: how sentences say whom to ask.
        public var contacts: [String]
        /// Stands before the office that published the document, with a colon: 发布机构.
        public var publishers: [String]
        /// Begins what stands behind a name in a line of metadata: 成文 of 成文日期.
        public var behindNames: [String]
        /// How an agency speaks of itself, behind 我 or 本, with the last words of the names that may be meant; none: any.
        public var speakers: [String: [String]]
        /// Names nobody in particular: 主管部门.
        public var nobodies: [String]
        /// No agency's name begins with them: 我.
        public var noBeginnings: [String]
        /// No agency's name has one of them in it: 年报.
        public var notInNames: [String]
        /// The last words of the names of bodies.
        public var organs: [String]
        /// National bodies whose local offices are named after them, before the place.
        public var nationalBodies: [String]
        /// Cities with the rank of a province.
        public var municipalities: [String]
        /// The last words of zones, which are no level of administration.
        public var zones: [String]
        /// No place's name has one of these in it.
        public var notInPlaces: [String]
        /// What governs a place: 人民政府.
        public var governments: [String]
        /// What governs a subdistrict: 办事处.
        public var subdistrictOffices: [String]
        /// The last words of departments' names: 局.
        public var departments: [String]

        enum CodingKeys: String, CodingKey {
            case patterns, reporting, contacts, publishers, speakers, nobodies, organs, municipalities, zones
            case governments, departments
            case behindNames = "behind_names"
            case noBeginnings = "no_beginnings"
            case notInNames = "not_in_names"
            case nationalBodies = "national_bodies"
            case notInPlaces = "not_in_places"
            case subdistrictOffices = "subdistrict_offices"
        }
    }

    /// How sentences name the year that a report is on.
    public struct Years: Hashable, Sendable, Codable {
        /// Regular expressions with a group `year`.
        public var patterns: [String]
        /// Sentences with one of these speak of what is to come.
        public var plans: [String]
    }

    /// The words that come with the package. These are tested, not judged again.
    public static func builtIn() throws -> ReportWords { try decode(PackageResources.words_json) }

    /// The file of the words that come with the package, as a start for one's own.
    public static var builtInText: String { String(decoding: PackageResources.words_json, as: UTF8.self) }

    static func decode(_ bytes: [UInt8]) throws -> ReportWords {
        try JSONDecoder().decode(ReportWords.self, from: Data(bytes))
    }
}

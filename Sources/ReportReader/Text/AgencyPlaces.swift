internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// What an agency's name says about the places it belongs to: 武陟县大封镇人民政府 is the government of a township, 大封镇 in 武陟县.
///
/// Only what the words themselves make certain: a 市 alone may be a prefecture's or a county's city.
struct AgencyPlaces: Equatable {
    var places: [String] = []
    var level: Agency.Level?
    var isDepartment: Bool?

    init(_ name: String, words: ReportWords.Agencies) {
        let name = foldedWithoutBlanks(name)
        var rest = name[...]
        if let prefix = words.nationalBodies.first(where: name.hasPrefix) { rest = rest.dropFirst(prefix.count) }
        var rank: Rank?
        while let place = Self.place(at: rest, after: rank, words: words) {
            places.append(String(place.name))
            rank = place.rank
            rest = rest.dropFirst(place.name.count)
        }
        level = rank?.level
        isDepartment = Self.isDepartment(rest, hasPlace: !places.isEmpty, words: words)
        // Zones are no level of their own, and may be of any.
        if words.zones.contains(where: rest.contains) { level = nil }
    }

    private struct Place {
        var name: Substring
        var rank: Rank
    }

    /// From the whole to its parts; a city is a prefecture's where a county follows, and may else be either's.
    private enum Rank: Int {
        case province, city, prefecture, county, township, subdistrict

        var level: Agency.Level? {
            switch self {
            case .province: .province
            case .city: nil
            case .prefecture: .prefecture
            case .county: .county
            case .township: .township
            case .subdistrict: .subdistrict
            }
        }

        /// True for what may be a part of a place of rank `outer`.
        func isPart(of outer: Rank?) -> Bool {
            guard let outer else { return true }
            return depth > outer.depth
        }

        private var depth: Int {
            switch self {
            case .province: 0
            case .city, .prefecture: 1
            case .county: 2
            case .township, .subdistrict: 3
            }
        }
    }

    /// The place that `text` begins with, below one of level `outer`.
    private static func place(at text: Substring, after outer: Rank?, words: ReportWords.Agencies) -> Place? {
        for (count, character) in text.prefix(16).enumerated() where count >= 1 {
            let name = text.prefix(count + 1)
            let rest = text.dropFirst(count + 1)
            guard let rank = rank(of: character, name: name, rest: rest, outer: outer, words: words) else { continue }
            return words.notInPlaces.contains(where: name.contains) ? nil : Place(name: name, rank: rank)
        }
        return nil
    }

    private static func rank(
        of character: Character, name: Substring, rest: Substring, outer: Rank?, words: ReportWords.Agencies
    ) -> Rank? {
        // A township's or a street's name is followed by what governs it: 城乡 and 村镇 are in many other words.
        let isGoverned = rest.isEmpty || words.governments.contains(where: rest.hasPrefix)
        let isOffice = rest.isEmpty || words.subdistrictOffices.contains(where: rest.hasPrefix)
        let isLong = name.count > 2
        let rank: Rank
        switch character {
        case "省" where isLong: rank = .province
        case "区" where name.hasSuffix("自治区"): rank = .province
        case "市" where words.municipalities.contains(String(name)): rank = .province
        case "市" where isLong: rank = outer == .city || outer == .prefecture ? .county : .city
        case "州" where name.hasSuffix("自治州"), "盟" where isLong && rest.hasPrefix("行政"): rank = .prefecture
        case "区" where name.hasSuffix("地区") && isLong: rank = .prefecture
        case "区" where isLong && !words.zones.contains(where: name.hasSuffix), "县",
            "旗" where isLong:
            rank = .county
        case "镇" where isLong && isGoverned, "乡" where isLong && isGoverned: rank = .township
        case "道" where name.hasSuffix("街道") && isLong && isOffice: rank = .subdistrict
        default: return nil
        }
        return rank.isPart(of: outer) ? rank : nil
    }

    private static func isDepartment(
        _ rest: Substring, hasPlace: Bool, words: ReportWords.Agencies
    ) -> Bool? {
        let isWhole = rest.isEmpty || (words.governments + words.subdistrictOffices).contains { $0 == rest }
        if hasPlace, isWhole { return false }
        if words.zones.contains(where: rest.contains) { return nil }
        return words.departments.contains(where: rest.hasSuffix) ? true : nil
    }
}

extension Agency {
    /// The agency with what its name says.
    func placed(by words: ReportWords.Agencies) -> Agency {
        let places = AgencyPlaces(name, words: words)
        var agency = self
        agency.level = places.level
        agency.places = places.places.isEmpty ? nil : places.places
        agency.department = places.isDepartment
        return agency
    }
}

internal import DocumentModel
internal import ReportStandard

/// What an agency's name says about the places it belongs to: 武陟县大封镇人民政府 is the government of a township, 大封镇 in 武陟县.
///
/// Only what the words themselves make certain: a 市 alone may be a prefecture's or a county's city.
struct AgencyPlaces: Equatable {
    var places: [String] = []
    var level: Agency.Level?
    var isDepartment: Bool?

    init(_ name: String) {
        let name = foldedWithoutBlanks(name)
        var rest = name[...]
        if let prefix = Self.nationalBodies.first(where: name.hasPrefix) { rest = rest.dropFirst(prefix.count) }
        var rank: Rank?
        while let place = Self.place(at: rest, after: rank) {
            places.append(String(place.name))
            rank = place.rank
            rest = rest.dropFirst(place.name.count)
        }
        level = rank?.level
        isDepartment = Self.isDepartment(rest, hasPlace: !places.isEmpty)
        // Zones are no level of their own, and may be of any.
        if Self.zones.contains(where: rest.contains) { level = nil }
    }

    private static let nationalBodies = ["中华人民共和国", "国家税务总局", "国家统计局", "中国气象局", "国家矿山安全监察局"]
    private static let zones = ["开发区", "园区", "保税区", "示范区", "试验区", "度假区", "风景区", "景区", "新区管"]
    private static let municipalities: Set<Substring> = ["北京市", "上海市", "天津市", "重庆市"]
    /// No place name has these in it.
    private static let otherWords = [
        "和", "管理", "建设", "规划", "政府", "局", "厅", "委", "办", "公共", "技术", "产业", "开发", "经济", "服务", "综合", "监督", "人民", "城市管",
    ]

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
    private static func place(at text: Substring, after outer: Rank?) -> Place? {
        for (count, character) in text.prefix(16).enumerated() where count >= 1 {
            let name = text.prefix(count + 1)
            let rest = text.dropFirst(count + 1)
            guard let rank = rank(of: character, name: name, rest: rest, outer: outer) else { continue }
            return otherWords.contains(where: name.contains) ? nil : Place(name: name, rank: rank)
        }
        return nil
    }

    private static func rank(
        of character: Character, name: Substring, rest: Substring, outer: Rank?
    ) -> Rank? {
        // A township's or a street's name is followed by what governs it: 城乡 and 村镇 are in many other words.
        let isGoverned = rest.isEmpty || rest.hasPrefix("人民政府") || rest.hasPrefix("政府")
        let isLong = name.count > 2
        let rank: Rank
        switch character {
        case "省" where isLong: rank = .province
        case "区" where name.hasSuffix("自治区"): rank = .province
        case "市" where municipalities.contains(name): rank = .province
        case "市" where isLong: rank = outer == .city || outer == .prefecture ? .county : .city
        case "州" where name.hasSuffix("自治州"), "盟" where isLong && rest.hasPrefix("行政"): rank = .prefecture
        case "区" where name.hasSuffix("地区") && isLong: rank = .prefecture
        case "区" where isLong && !zones.contains(where: name.hasSuffix), "县",
            "旗" where isLong:
            rank = .county
        case "镇" where isLong && isGoverned, "乡" where isLong && isGoverned: rank = .township
        case "道" where name.hasSuffix("街道") && isLong && (rest.isEmpty || rest.hasPrefix("办事处")): rank = .subdistrict
        default: return nil
        }
        return rank.isPart(of: outer) ? rank : nil
    }

    private static func isDepartment(_ rest: Substring, hasPlace: Bool) -> Bool? {
        if hasPlace, rest.isEmpty || ["人民政府", "政府", "办事处"].contains(rest) { return false }
        if zones.contains(where: rest.contains) { return nil }
        let endings = ["局", "厅", "委员会", "办公室", "办公厅", "中心", "调查队", "总队", "支队", "海关", "院", "署"]
        return endings.contains(where: rest.hasSuffix) ? true : nil
    }
}

extension Agency {
    /// The agency with what its name says.
    var placed: Agency {
        let places = AgencyPlaces(name)
        var agency = self
        agency.level = places.level
        agency.places = places.places.isEmpty ? nil : places.places
        agency.department = places.isDepartment
        return agency
    }
}

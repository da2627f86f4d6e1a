import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("What an agency's name says about its place")
struct AgencyPlacesTests {
    private let words: ReportWords.Agencies

    init() throws { words = try ReportWords.builtIn().agencies }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var level: Agency.Level?
        var department: Bool?
        var places: [String]
        var testDescription: String { name }

        init(_ name: String, _ level: Agency.Level?, _ department: Bool?, _ places: String...) {
            (self.name, self.level, self.department, self.places) = (name, level, department, places)
        }
    }

    @Test(
        "places, level and kind follow from the words",
        arguments: [
            Case("武陟县大封镇人民政府", .township, false, "武陟县", "大封镇"),
            Case("川主乡", .township, false, "川主乡"),
            Case("荷塘区桂花街道办事处", .subdistrict, false, "荷塘区", "桂花街道"),
            Case("望沅市芦汀县南渚街道办事处", .subdistrict, false, "望沅市", "芦汀县", "南渚街道"),
            Case("国家税务总局松渡区税务局", .county, true, "松渡区"),
            Case("上海市政府办公厅", .province, true, "上海市"),
            Case("上海市浦东新区人民政府", .county, false, "上海市", "浦东新区"),
            Case("岚海省人民政府", .province, false, "岚海省"),
            Case("广西壮族自治区人民政府", .province, false, "广西壮族自治区"),
            Case("黔东南苗族侗族自治州人民政府", .prefecture, false, "黔东南苗族侗族自治州"),
            Case("岚海省柏陵市石濑县林业局", .county, true, "岚海省", "柏陵市", "石濑县"),
            Case("禄岩彝族自治县人民政府", .county, false, "禄岩彝族自治县"),
            Case("乌兰塔拉旗瓦窑乡人民政府", .township, false, "乌兰塔拉旗", "瓦窑乡"),
            Case("苏州市昆山市人民政府", .county, false, "苏州市", "昆山市"),
            Case("单县人民政府", .county, false, "单县"),
            Case("枣庄市市中区人民政府", .county, false, "枣庄市", "市中区"),
            Case("宁波市镇海区审计局", .county, true, "宁波市", "镇海区"),
            Case("岑阳市云桥县苦竹垭乡人民政府", .township, false, "岑阳市", "云桥县", "苦竹垭乡"),
        ])
    func certain(expected: Case) { check(expected) }

    @Test(
        "what the words do not make certain is left open",
        arguments: [
            Case("如东市审计局", nil, true, "如东市"),
            Case("新乡市人民政府", nil, false, "新乡市"),
            Case("望沅市高新技术产业开发区管理委员会", nil, nil, "望沅市"),
            Case("区统计局", nil, true),
            Case("岑阳海事局", nil, true),
            Case("中华人民共和国岑阳海关", nil, true),
            Case("我们", nil, nil),
        ])
    func open(expected: Case) { check(expected) }

    @Test(
        "words of a department's business are no places",
        arguments: [
            Case("碧屏区城市管理综合执法局", .county, true, "碧屏区"),
            Case("泗塘县市场监督管理局", .county, true, "泗塘县"),
            Case("岑阳市住房和城乡建设局", nil, true, "岑阳市"),
            Case("麻埠县乡村振兴局", .county, true, "麻埠县"),
            Case("沙岭区乡镇企业局", .county, true, "沙岭区"),
        ])
    func business(expected: Case) { check(expected) }

    private func check(_ expected: Case) {
        let places = AgencyPlaces(expected.name, words: words)
        #expect(places.level == expected.level)
        #expect(places.isDepartment == expected.department)
        #expect(places.places == expected.places)
    }
}

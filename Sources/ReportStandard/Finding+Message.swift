extension Finding {
    /// One sentence, with what was found.
    public var message: String { message(in: .english) }

    /// One sentence, with what was found: of the kind's wordings the first of which every part is known.
    public func message(in language: Language) -> String {
        for wording in kind.messages {
            if let text = filled(wording[language], in: language) { return text }
        }
        return kind.meaning[language]
    }

    /// `template` with a value for each `{name}`; nil where one is not known.
    private func filled(_ template: String, in language: Language) -> String? {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let value = value(String(rest[rest.index(after: open)..<close]), in: language) else { return nil }
            text += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private func value(_ name: String, in language: Language) -> String? {
        switch name {
        case "code": return code
        case "left": return left.map { "\($0)" }
        case "right": return right.map { "\($0)" }
        case "page": return page.map(String.init)
        default:
            guard let detail = Detail(rawValue: name), let value = details[detail] else { return nil }
            return detail == .reason ? Reason(rawValue: value)?.wording[language] ?? value : value
        }
    }
}

extension Finding.Reason {
    public var wording: Wording {
        switch self {
        case .notOneNumber: Wording(zh: "不是一个数", en: "not one number")
        case .noUnicode: Wording(zh: "文字没有Unicode编码", en: "text without Unicode")
        case .overrun: Wording(zh: "数字超出单元格边框", en: "the number runs over the cell's border")
        case .sharedCell: Wording(zh: "几列共用一个单元格", en: "one cell for several columns")
        case .severalCells: Wording(zh: "一列有几个单元格", en: "several cells for one column")
        case .columnsLost: Wording(zh: "该行数字个数与栏数不符", en: "not as many figures in the row as columns")
        case .displaced: Wording(zh: "另有行标签没有数字，数字属于哪一行不确定", en: "other labels stand without figures")
        case .noHeadings: Wording(zh: "有几个数，没有列标题", en: "several figures and no column headings")
        case .image: Wording(zh: "没有文字的图像", en: "an image without text")
        case .hiddenRuns: Wording(zh: "隐藏的文字", en: "hidden texts")
        case .hiddenRows: Wording(zh: "隐藏的行", en: "hidden rows")
        case .hiddenColumns: Wording(zh: "隐藏的列", en: "hidden columns")
        case .hiddenSheets: Wording(zh: "隐藏的工作表", en: "hidden sheets")
        case .hiddenText:
            Wording(zh: "带有隐藏文字层的图像，隐藏文字不予采信", en: "an image with a hidden text layer, which is not trusted")
        }
    }
}

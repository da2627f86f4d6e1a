/// The languages that findings are told in.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case english = "en"
    case chinese = "zh"

    /// The language of a POSIX locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides (POSIX.1-2024, section
    /// 8.2). Chinese for `zh`, `zh_CN.UTF-8` and the like, else English.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let language = locale.prefix { $0.isLetter }
        self = language.lowercased() == "zh" ? .chinese : .english
    }
}

/// The same in both languages.
public struct Wording: Hashable, Sendable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}

extension CodingUserInfoKey {
    /// In an encoder's `userInfo`: the ``Language`` of messages; English where there is none.
    public static let language: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "nianbao.language") else {
            preconditionFailure("a key may have any name")
        }
        return key
    }()
}

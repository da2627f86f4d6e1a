/// Text with width and look-alikes folded, for matching and for reading numbers.
///
/// Full-width forms become ASCII, the ideographic space a blank. Radicals, which some producers' fonts name instead of the
/// characters that look the same (⽇ for 日), become those characters, and so do compatibility ideographs. What was printed is kept elsewhere.
public func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { foldedScalar($0) != $0 }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { bytes.append(utf8: foldedScalar(scalar)) }
    return String(decoding: bytes, as: UTF8.self)
}

/// ``folded(_:)`` without white space.
package func foldedWithoutBlanks(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isChanged = false
    for scalar in text.unicodeScalars {
        // Marks that belong to a blank go with it: what makes one character is for the standard library to say.
        guard scalar.standsAlone else { return folded(text).filter { !$0.isWhitespace } }
        let folded = foldedScalar(scalar)
        if folded != scalar { isChanged = true }
        if folded.isBlank { isChanged = true } else { bytes.append(utf8: folded) }
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
}

extension [UInt8] {
    fileprivate mutating func append(utf8 scalar: Unicode.Scalar) {
        let value = scalar.value
        func part(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(value >> shift & 0x3F) }
        switch value {
        case ..<0x80: append(UInt8(value))
        case ..<0x800:
            append(0xC0 | UInt8(value >> 6))
            append(part(0))
        case ..<0x10000:
            append(0xE0 | UInt8(value >> 12))
            append(part(6))
            append(part(0))
        default:
            append(0xF0 | UInt8(value >> 18))
            append(part(12))
            append(part(6))
            append(part(0))
        }
    }
}

extension Unicode.Scalar {
    /// Always a character of its own, whatever stands beside it; false for those of which it is not certain.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x0A, 0x20...0x7E, 0xA0, 0xB7, 0x2010...0x2027, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }

    /// White space; looked up in the Unicode tables for the few characters that may be it only.
    package var isBlank: Bool {
        switch value {
        case 0x21...0x7E, 0x3001...0xFEFE, 0x10000...: false
        default: properties.isWhitespace
        }
    }

    /// Letters and ideographs.
    package var isLetter: Bool {
        switch value {
        case 0x4E00...0x9FFF: true
        case 0x21...0x40, 0x5B...0x60, 0x7B...0x7E, 0x3001...0x3004: false
        default: properties.isAlphabetic
        }
    }
}

package func foldedScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0x2E80...0x2EF3: radicalSupplement[scalar] ?? scalar
    case 0x2F00...0x2FD5: kangxiRadicals[Int(scalar.value - 0x2F00)]
    case 0xF900...0xFAD9: compatibilityIdeographs[Int(scalar.value - 0xF900)]
    default: scalar
    }
}

/// The unified ideographs of U+2F00 to U+2FD5, by their compatibility decompositions in the Unicode Character Database.
private let kangxiRadicals = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)

/// The unified ideographs of U+F900 to U+FAD9, by their canonical decompositions; unassigned places stand for themselves.
private let compatibilityIdeographs = Array(
    """
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓\
    爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北\
    磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊\
    練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
    杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒\
    狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼\
    館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹\
    艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
    敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈\
    輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎
    """.unicodeScalars)

/// The characters that the CJK Radicals Supplement's signs stand for, by `EquivalentUnifiedIdeograph.txt` of the same.
private let radicalSupplement: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2E81}": "厂", "\u{2E82}": "乛", "\u{2E83}": "乚", "\u{2E84}": "乙", "\u{2E85}": "亻", "\u{2E86}": "冂",
    "\u{2E88}": "刀", "\u{2E89}": "刂", "\u{2E8A}": "卜", "\u{2E8B}": "㔾", "\u{2E8C}": "小", "\u{2E8D}": "小",
    "\u{2E8E}": "兀", "\u{2E8F}": "尣", "\u{2E90}": "尢", "\u{2E92}": "巳", "\u{2E93}": "幺", "\u{2E94}": "彑",
    "\u{2E96}": "忄", "\u{2E97}": "㣺", "\u{2E98}": "扌", "\u{2E99}": "攵", "\u{2E9B}": "旡", "\u{2E9C}": "日",
    "\u{2E9D}": "月", "\u{2E9E}": "歺", "\u{2E9F}": "母", "\u{2EA0}": "民", "\u{2EA1}": "氵", "\u{2EA2}": "氺",
    "\u{2EA3}": "灬", "\u{2EA4}": "爫", "\u{2EA5}": "爫", "\u{2EA6}": "丬", "\u{2EA7}": "牛", "\u{2EA8}": "犭",
    "\u{2EA9}": "王", "\u{2EAB}": "罒", "\u{2EAC}": "示", "\u{2EAD}": "礻", "\u{2EAF}": "糹", "\u{2EB0}": "纟",
    "\u{2EB1}": "罓", "\u{2EB2}": "罒", "\u{2EB3}": "㓁", "\u{2EB6}": "羊", "\u{2EB9}": "耂", "\u{2EBA}": "肀",
    "\u{2EBB}": "聿", "\u{2EBC}": "月", "\u{2EBE}": "艹", "\u{2EBF}": "艹", "\u{2EC0}": "艹", "\u{2EC1}": "虎",
    "\u{2EC2}": "衤", "\u{2EC3}": "覀", "\u{2EC4}": "西", "\u{2EC5}": "见", "\u{2EC6}": "角", "\u{2EC7}": "角",
    "\u{2EC8}": "讠", "\u{2EC9}": "贝", "\u{2ECA}": "足", "\u{2ECB}": "车", "\u{2ECC}": "辶", "\u{2ECD}": "辶",
    "\u{2ECE}": "辶", "\u{2ECF}": "阝", "\u{2ED0}": "钅", "\u{2ED1}": "長", "\u{2ED2}": "镸", "\u{2ED3}": "长",
    "\u{2ED4}": "门", "\u{2ED6}": "阝", "\u{2ED7}": "雨", "\u{2ED8}": "青", "\u{2ED9}": "韦", "\u{2EDA}": "页",
    "\u{2EDB}": "风", "\u{2EDC}": "飞", "\u{2EDD}": "食", "\u{2EDF}": "飠", "\u{2EE0}": "饣", "\u{2EE2}": "马",
    "\u{2EE3}": "骨", "\u{2EE4}": "鬼", "\u{2EE5}": "鱼", "\u{2EE6}": "鸟", "\u{2EE7}": "卤", "\u{2EE8}": "麦",
    "\u{2EE9}": "黄", "\u{2EEA}": "黾", "\u{2EEB}": "斉", "\u{2EEC}": "齐", "\u{2EED}": "歯", "\u{2EEE}": "齿",
    "\u{2EEF}": "竜", "\u{2EF0}": "龙", "\u{2EF1}": "龜", "\u{2EF2}": "亀", "\u{2EF3}": "龟",
]

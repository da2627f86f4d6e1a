/// The code book of findings: how severe each kind is, what it means, and the words it is told in.
extension Finding.Kind {
    /// How severe a finding of this kind is, unless it says otherwise itself.
    public var severity: Finding.Severity { entry.severity }

    /// What it means, in one sentence.
    public var meaning: Wording { entry.meaning }

    /// The words of a finding with `{…}` for its values: the first of which all are known.
    var messages: [Wording] { entry.messages }

    private struct Entry {
        var severity: Finding.Severity
        var meaning: Wording
        var messages: [Wording]

        init(_ severity: Finding.Severity, zh: String, en: String, _ messages: [(zh: String, en: String)] = []) {
            self.severity = severity
            meaning = Wording(zh: zh, en: en)
            self.messages = messages.map { Wording(zh: $0.zh, en: $0.en) }
        }
    }

    private var entry: Entry {
        switch self {
        case .agencyUnknown:
            Entry(.warning, zh: "标题、正文和文件属性都没有写明机关", en: "no title, line or metadata names the agency")
        case .agencyUnclear:
            Entry(
                .warning, zh: "报告没有写明机关，只见于发布机构或联系方式",
                en: "no title or line names the agency, only the publisher or the office to ask",
                [
                    (
                        "“{printed}”只见于发布机构或联系方式，不一定是报告机关",
                        "“{printed}” is the publisher or the office to ask, perhaps not who reports"
                    )
                ])
        case .yearUnknown:
            Entry(.warning, zh: "标题和统计期限都没有写明年份", en: "no title or period names the year")
        case .yearConflict:
            Entry(
                .warning, zh: "标题与统计期限的年份不一致", en: "title and period name different years",
                [("标题为{title_year}年，统计期限为{period_year}年", "the title says {title_year}, the period {period_year}")])
        case .tableMissing:
            Entry(
                .error, zh: "文件中没有格式规定的表格", en: "a table of the form is not in the document",
                [("没有表格“{table}”", "no table {table}"), ("没有任何已知格式的表格", "no table of a known form")])
        case .rowMissing:
            Entry(
                .warning, zh: "表格缺少格式规定的行", en: "a row of the form is not in the table",
                [("没有行“{row}”", "no row {row}")])
        case .columnMissing:
            Entry(
                .warning, zh: "表格缺少格式规定的列", en: "a column of the form is not in the table",
                [("没有列“{column}”", "no column {column}")])
        case .rowUnknown:
            Entry(
                .warning, zh: "表格中有格式没有规定的行，且填有数据", en: "a row with figures that the form does not have",
                [("格式中没有的行：{row}", "a row the form does not have: {row}")])
        case .columnUnclear:
            Entry(
                .warning, zh: "有几列数据，各列标题都不能说明哪一列是格式所要求的",
                en: "columns of figures of which no heading says which one the form asks for",
                [("有几列数据，没有一列是合计：{column}", "several columns of figures and none for the whole: {column}")])
        case .unitDiffers:
            Entry(
                .warning, zh: "所印单位与格式规定的单位不同，数据按所印保留",
                en: "a figure printed in another unit than the form's; it is kept as printed",
                [("{code}所印单位为{unit}，格式规定为{form_unit}", "{code} is printed in {unit}, the form has {form_unit}")])
        case .tableRepeated:
            Entry(
                .note, zh: "同一表格出现两次，只采用一张", en: "a second copy of a table; one of them is used",
                [("表格“{table}”出现第二次，采用另一张", "a second table {table}; the other one is used")])
        case .sectionMissing:
            Entry(
                .note, zh: "没有格式规定的部分", en: "a section of the form is not in the document",
                [("没有第{number}部分“{section}”", "no section {number} {section}")])
        case .formMixed:
            Entry(
                .note, zh: "各表格所用的格式不同", en: "tables follow different forms",
                [("表格“{table}”采用格式{form}", "the table {table} follows the form {form}")])
        case .cellUnclear:
            Entry(
                .warning, zh: "单元格的内容不能确定为某一项的一个数",
                en: "a cell whose text is not for certain the one number of a figure",
                [("{code}印作“{printed}”：{reason}", "{code} reads “{printed}”: {reason}")])
        case .checkFailed:
            Entry(
                .warning, zh: "本报告的数据不符合格式的勾稽关系", en: "figures of the report break a relation of the form",
                [("勾稽关系{code}不成立：左边为{left}，右边为{right}", "{code}: {left} on the left, {right} on the right")])
        case .misreadProposed:
            Entry(
                .warning, zh: "某一数字可能识别有误：换一个值，各项勾稽关系即成立",
                en: "one figure alone makes checks fail: another value would make them hold",
                [
                    (
                        "{code}读作{left}；若为{right}，则成立：{checks}",
                        "{code} reads {left}; with {right} these would hold: {checks}"
                    )
                ])
        case .proseDiffers:
            Entry(
                .note, zh: "正文中的数字与表格不同", en: "a sentence with another number than the table it speaks of",
                [("正文“{printed}”为{number}，表格为{readings}", "“{printed}” says {number}, the table {readings}")])
        case .pageWithoutText:
            Entry(
                .error, zh: "页面是图像，没有可采信的文字", en: "a page is an image without text that can be trusted",
                [
                    ("第{page}页是{reason}，未能识别：{cause}", "page {page} is {reason}, and could not be recognised: {cause}"),
                    ("第{page}页是{reason}", "page {page} is {reason}"),
                    ("{count}幅图片未能识别：{cause}", "pictures that could not be recognised: {count}: {cause}"),
                    ("{count}幅图片未予识别", "pictures that were not read: {count}"),
                ])
        case .pageRecognized:
            Entry(
                .note, zh: "页面文字由图像识别得出", en: "the text of a page was recognised in its picture",
                [
                    (
                        "第{page}页的文字由图像识别得出，数字只读了一遍：{cause}",
                        "the text of page {page} was recognised in its picture, and figures were read once only: {cause}"
                    ),
                    ("第{page}页的文字由图像识别得出", "the text of page {page} was recognised in its picture"),
                    ("{count}幅图片的文字由图像识别得出", "pictures whose text was recognised: {count}"),
                ])
        case .textUntrusted:
            Entry(
                .error, zh: "文字缺失或不可能正确，数字同样不可靠", en: "text is lost or cannot be right, and digits are no better",
                [
                    (
                        "有{count}处字节不是{encoding}字符，显示为U+FFFD",
                        "bytes that are no characters in {encoding}: {count}, each shown as U+FFFD"
                    ),
                    ("第{page}页有{count}个字符没有Unicode编码", "page {page} has {count} characters without a Unicode text"),
                    (
                        "表中文字与格式不符：文字已损坏，只采信经勾稽关系证实的数据",
                        "labels are not the form's: the text is damaged, and only figures that checks confirm are trusted"
                    ),
                ])
        case .pageDamaged:
            Entry(
                .error, zh: "页面不能读取，或只读取了一部分", en: "a page could not be read, or only in part",
                [
                    ("第{page}页不能读取：{cause}", "page {page} cannot be read: {cause}"),
                    ("第{page}页内容过多，只读取了一部分", "page {page} draws too much; it was read in part"),
                    ("文件有一部分不能读取：{cause}", "a part of the file cannot be read: {cause}"),
                    ("有一行过长，{count}字节未读", "a line without end: {count} bytes of it are left out"),
                    ("网页元素嵌套过深，只读取了一部分", "the page's elements are nested too deeply; it was read in part"),
                ])
        case .fileRepaired:
            Entry(
                .note, zh: "文件已损坏，修复后才能读取", en: "the file had to be repaired to be read",
                [("文件已损坏，修复后读取：{cause}", "the file is damaged and was repaired: {cause}")])
        case .hiddenOmitted:
            Entry(
                .note, zh: "文件中隐藏的内容，不予采用", en: "what is hidden in the file is left out",
                [("{reason}不予采用：{count}", "{reason} left out: {count}")])
        case .changesAccepted:
            Entry(
                .note, zh: "文件留有修订记录，按接受修订后的内容读取",
                en: "the file keeps track of changes; it is read as if all were accepted",
                [
                    (
                        "文件留有修订记录，删除{count}处，按接受修订后的内容读取",
                        "tracked changes with deletions ({count}); read as if all were accepted"
                    )
                ])
        case .yearsDisagree:
            Entry(
                .warning, zh: "同一机关相邻两年的数据不衔接（仅供参考的关系为提示）",
                en:
                    "figures of one agency's reports on two consecutive years do not agree (a note where the relation is advisory)",
                [
                    (
                        "{code}：按{other_year}年度报告（{other_file}）应为{left}，本报告为{right}",
                        "{code}: {left} by the report on {other_year} ({other_file}), {right} in this one"
                    )
                ])
        case .reportsDiffer:
            Entry(
                .warning, zh: "同一机关同一年度的两份报告数据不同", en: "two reports of one agency on the same year differ in a figure",
                [("{code}：{other_file}中为{left}，本报告为{right}", "{code}: {left} in {other_file}, {right} in this report")])
        }
    }
}

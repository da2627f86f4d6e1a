"""The statutory forms of 2021 and 2019: codes, printed layouts, arithmetic.

A report is a text file (reports/NAME.txt): settings and figures, a line "---",
then the prose. `Report` reads it, adds up what the file leaves out, checks the
relations of the form and gives the three tables as lists of rows of `Cell`s.
"""
import collections
import json
import re

Cell = collections.namedtuple("Cell", "text rows cols role")  # role: title, head, label, vertical, figure

COLUMNS = ["natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation"]
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
OUTCOMES = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结")]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

PROACTIVE = {  # heading, columns, rows
    "2021": [
        ("第（一）项", [("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
         [("regulations", "规章"), ("normative_documents", "行政规范性文件")]),
        ("第（五）项", [("decisions", "本年处理决定数量")], [("licensing", "行政许可")]),
        ("第（六）项", [("decisions", "本年处理决定数量")],
         [("penalties", "行政处罚"), ("compulsory_measures", "行政强制")]),
        ("第（八）项", [("amount", "本年收费金额（单位：万元）")], [("administrative_fees", "行政事业性收费")]),
    ],
    "2019": [
        ("第（一）项", [("produced", "本年新制作数量"), ("published", "本年新公开数量"), ("total_published", "对外公开总数量")],
         [("regulations", "规章"), ("normative_documents", "规范性文件")]),
        ("第（五）项", [("previous_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("licensing", "行政许可"), ("other_services", "其他对外管理服务事项")]),
        ("第（六）项", [("previous_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("penalties", "行政处罚"), ("compulsory_measures", "行政强制")]),
        ("第（八）项", [("previous_items", "上一年项目数量"), ("change", "本年增/减")],
         [("administrative_fees", "行政事业性收费")]),
        ("第（九）项", [("projects", "采购项目数量"), ("amount", "采购总金额")], [("procurement", "政府集中采购")]),
    ],
}

RESULTS = [  # group, label, sub-rows (none: the group itself has figures)
    ("granted", "（一）予以公开", []),
    ("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", []),
    ("refused", "（三）不予公开", [
        ("state_secret", "1.属于国家秘密"), ("forbidden_by_law", "2.其他法律行政法规禁止公开"),
        ("security_and_stability", "3.危及“三安全一稳定”"), ("third_party_rights", "4.保护第三方合法权益"),
        ("internal_affairs", "5.属于三类内部事务信息"), ("process_information", "6.属于四类过程性信息"),
        ("enforcement_files", "7.属于行政执法案卷"), ("administrative_query", "8.属于行政查询事项")]),
    ("unavailable", "（四）无法提供", [
        ("not_held", "1.本机关不掌握相关政府信息"), ("needs_creation", "2.没有现成信息需要另行制作"),
        ("still_unclear", "3.补正后申请内容仍不明确")]),
    ("not_processed", "（五）不予处理", [
        ("petition", "1.信访举报投诉类申请"), ("repeated", "2.重复申请"), ("publications", "3.要求提供公开出版物"),
        ("excessive", "4.无正当理由大量反复申请"), ("confirm_or_reissue", "5.要求行政机关确认或重新出具已获取信息")]),
    ("other", "（六）其他处理", [
        ("no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other", "3.其他")]),
]

PROCEEDINGS = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]


class Report:
    """One report; `printed` has the text of every cell, `values` the number it means (None: blank)."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            head, _, prose = file.read().partition("\n---\n")
        self.title, self.settings, rows = [], {}, {}
        for line in filter(None, head.splitlines()):
            key, *rest = line.split()
            if "." in key:
                rows[key] = rest
            elif key == "title":
                self.title.append(rest[0])
            else:
                self.settings[key] = " ".join(rest)
        self.agency, self.year, self.form = (self.settings[k] for k in ("agency", "year", "form"))
        self.printed, self.values, self.units = {}, {}, {}
        self._read(rows)
        self.broken = self._check()
        declared = self.settings.get("broken", "").split()
        assert sorted(declared) == sorted(self.broken), f"{path}: relations broken: {self.broken}"
        filled = re.sub(r"\{([a-z_.]+)\}", lambda m: self.printed[m[1]], prose)
        self.blocks = [block(line) for line in filled.splitlines() if line]

    # Rows and figures

    @property
    def results(self):
        """Result rows in order: code without column, group label, label of the row."""
        single = self.form == "2019" or self.settings.get("other") == "single"
        for group, label, parts in RESULTS:
            if not parts or group == "other" and single:
                yield "requests." + group, label, None
            for part, name in [] if group == "other" and single else parts:
                yield f"requests.{group}.{part}", label, name

    @property
    def request_rows(self):
        return (["requests.new", "requests.carried_in"] + [code for code, _, _ in self.results]
                + ["requests.handled_total", "requests.carried_out"])

    def _read(self, rows):
        """Zeros where the file has no row; a total where the row has none; （七）as the sum of the results."""
        for _, columns, lines in PROACTIVE[self.form]:
            for code, _ in lines:
                self._put(rows, f"proactive.{code}", [c for c, _ in columns], total=False)
        for code in self.request_rows:
            if code == "requests.handled_total" and code not in rows:
                rows[code] = [str(self._sum(f"{r}.{c}" for r, _, _ in self.results)) for c in COLUMNS]
            self._put(rows, code, COLUMNS)
        for group in PROCEEDINGS:
            self._put(rows, f"proceedings.{group}", [c for c, _ in OUTCOMES])
        assert not rows, f"unknown rows: {list(rows)}"

    def _put(self, rows, row, columns, total=True):
        texts = rows.pop(row, ["0"])
        if len(texts) == 1:
            texts *= len(columns) + total
        for column, text in zip(columns, texts):
            self._figure(f"{row}.{column}", text)
        if total:
            printed = texts[len(columns):] or [str(self._sum(f"{row}.{c}" for c in columns))]
            self._figure(f"{row}.total", printed[0])
        assert len(texts) in (len(columns), len(columns) + total), f"{row}: {texts}"

    def _figure(self, code, text):
        """`_` is an empty cell, `-` or `—` a printed dash; `12.5万元` a number with its unit."""
        number = re.match(r"[+-]?\d+(\.\d+)?", text)
        self.values[code] = None
        self.printed[code] = "" if text == "_" else text
        if number:
            value, unit = float(number[0]), text[number.end():]
            self.values[code] = int(value) if value.is_integer() else value
            if unit or code == "proactive.procurement.amount" and "unit" in self.settings:
                self.units[code] = unit or self.settings["unit"]
            if "thousands" in self.settings:
                self.printed[code] = f"{self.values[code]:,}"

    def _sum(self, codes):
        return sum(self.values[code] or 0 for code in codes)

    # Arithmetic

    def _check(self):
        """The relations that the printed figures break; a blank counts as 0."""
        def all_columns():
            return COLUMNS + ["total"]
        relations = [(f"requests.balance.{c}", ["requests.new." + c, "requests.carried_in." + c],
                      ["requests.handled_total." + c, "requests.carried_out." + c]) for c in all_columns()]
        relations += [(f"requests.results.{c}", [f"{r}.{c}" for r, _, _ in self.results],
                       ["requests.handled_total." + c]) for c in all_columns()]
        relations += [(r.replace("requests.", "requests.applicants."), [f"{r}.{c}" for c in COLUMNS], [r + ".total"])
                      for r in self.request_rows]
        relations += [(f"proceedings.{g}", [f"proceedings.{g}.{c}" for c, _ in OUTCOMES], [f"proceedings.{g}.total"])
                      for g in PROCEEDINGS]
        return [name for name, left, right in relations if self._sum(left) != self._sum(right)]

    # Tables

    def table(self, name):
        return getattr(self, "_" + name)()

    def _cell(self, code, cols=1):
        return Cell(self.printed[code], 1, cols, "figure")

    def _proactive(self):
        table = []
        for article, columns, lines in PROACTIVE[self.form]:
            last = 4 - len(columns)  # the last column takes what is left of the four
            heads = [text for _, text in columns]
            if columns[-1][1] == "采购总金额" and "unit" in self.settings:
                heads[-1] += f"（{self.settings['unit']}）"
            spans = [1] * (len(columns) - 1) + [last]
            table.append([Cell("第二十条" + article, 1, 4, "title")])
            table.append([Cell("信息内容", 1, 1, "head")] + [Cell(t, 1, s, "head") for t, s in zip(heads, spans)])
            for code, label in lines:
                table.append([Cell(label, 1, 1, "label")]
                             + [self._cell(f"proactive.{code}.{c}", s) for (c, _), s in zip(columns, spans)])
        return table

    def _requests(self):
        results = list(self.results)
        table = [[Cell(NOTE, 3, 3, "head"), Cell("申请人情况", 1, 7, "head")],
                 [Cell("自然人", 2, 1, "head"), Cell("法人或其他组织", 1, 5, "head"), Cell("总计", 2, 1, "head")],
                 [Cell(text, 1, 1, "head") for text in ORGANISATIONS],
                 [Cell("一、本年新收政府信息公开申请数量", 1, 3, "label")] + self._request_cells("requests.new"),
                 [Cell("二、上年结转政府信息公开申请数量", 1, 3, "label")] + self._request_cells("requests.carried_in")]
        previous = Cell("三、本年度办理结果", len(results) + 1, 1, "vertical")
        seen = None
        for code, group, part in results:
            row = [previous] if seen is None else []
            if part is None:
                row.append(Cell(group, 1, 2, "label"))
            else:
                if group != seen:
                    row.append(Cell(group, sum(g == group for _, g, _ in results), 1, "label"))
                row.append(Cell(part, 1, 1, "label"))
            seen = group
            table.append(row + self._request_cells(code))
        table.append([Cell("（七）总计", 1, 2, "label")] + self._request_cells("requests.handled_total"))
        table.append([Cell("四、结转下年度继续办理", 1, 3, "label")] + self._request_cells("requests.carried_out"))
        return table

    def _request_cells(self, row):
        return [self._cell(f"{row}.{c}") for c in COLUMNS + ["total"]]

    def _proceedings(self):
        outcomes = [text for _, text in OUTCOMES] + ["总计"]
        return [[Cell("行政复议", 1, 5, "head"), Cell("行政诉讼", 1, 10, "head")],
                [Cell(text, 2, 1, "head") for text in outcomes]
                + [Cell("未经复议直接起诉", 1, 5, "head"), Cell("复议后起诉", 1, 5, "head")],
                [Cell(text, 1, 1, "head") for text in outcomes * 2],
                [self._cell(f"proceedings.{g}.{c}") for g in PROCEEDINGS for c in [c for c, _ in OUTCOMES] + ["total"]]]

    def truth(self):
        document = {"agency": self.agency, "year": int(self.year), "format": self.form, "values": self.values,
                    "blank": [c for c, v in self.values.items() if v is None], "failed_checks": self.broken}
        if self.units:
            document["units"] = self.units
        return json.dumps({"documents": [document]}, ensure_ascii=False, indent=1) + "\n"


def block(line):
    """A line of prose as (kind, text); kind is heading, subheading, table, break or text."""
    for mark, kind in (("## ", "subheading"), ("# ", "heading"), ("@", "table"), ("!", "break")):
        if line.startswith(mark):
            return kind, line[len(mark):]
    return "text", line


def placed(table):
    """The cells with their row and column, as HTML lays out a table with spans."""
    taken, result = set(), []
    for r, row in enumerate(table):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken.update((r + i, c + j) for i in range(cell.rows) for j in range(cell.cols))
            result.append((r, c, cell))
    return result

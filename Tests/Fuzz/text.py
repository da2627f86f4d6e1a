"""Damage to plain text and Markdown: lines, cells, blanks, digits, headings, characters of every kind."""
import re

import values

ODD = ["\u200b", "\u200d", "\ufeff", "\u202e", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x00", "\x1b[31m", "\U0010ffff", "\ufffd", "\ue000", "\u3000", "\u00a0",
       "\u0301" * 300, "é", "\u1100\u1161\u11a8", "👨‍👩‍👧‍👦", "🇨🇳", "𠀀", "\ufe0f", "\u20e3", "²", "½", "①", "⑽", "㈠", "Ⅷ", "〇", "萬", "㊀", "٣", "߀", "𝟗", "−", "–",
       "—", "一", "丨", "│", "|", "\t", "\r", "\n", "/", "\\", "０", "９", "，", "．", "％"]
DIGITS = ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨", "OlZEASbTBg"]
RULES = ["|---|", "| :-: |" * 40, "|" * 3000, "-|-", "---", "===", "|-", "```", "~~~", "$$", "<table>", "<td colspan=99999999>", "[x]: y", "> " * 2000, "- " * 2000, "#" * 7,
         "# ", "* " * 500, "    " * 300, "\\" * 999, "[" * 5000, "**" * 3000, "|:--" * 2000]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030", "big5", "utf-32"]


def lines(rng, text):
    """A line is gone, there twice, elsewhere, very long, or joined with the next."""
    rows = text.split("\n")
    at, other = rng.randrange(len(rows)), rng.randrange(len(rows))
    choice = rng.randrange(7)
    if choice == 0:
        del rows[at]
    elif choice == 1:
        rows[at:at] = [rows[at]] * rng.choice([1, 2, 50, 2000])
    elif choice == 2:
        rows[at], rows[other] = rows[other], rows[at]
    elif choice == 3:
        rows[at] *= rng.choice([2, 50, 5000])
    elif choice == 4:
        rows[at:at + 2] = ["".join(rows[at:at + 2])]
    elif choice == 5:
        rows[at:at] = rows[min(at, other):max(at, other)]
    else:
        return rng.choice(["\r", "\r\n", "\u2028", "\x0b", "", " ", "\n\n", "\n\n\n\n"]).join(rows)
    return "\n".join(rows)


def bars(rng, text):
    """A bar, a tab or a blank more or less, or another one everywhere."""
    old, new = rng.choice("| \t-:#\n"), rng.choice(["|", "||", "\t", "  ", " " * 200, "", "\\|", "｜", "│", "|" * 50, "&#124;"])
    return text.replace(old, new) if rng.random() < 0.3 else replaced(rng, re.escape(old), text, lambda m: new)


def digits(rng, text):
    if rng.random() < 0.3:
        return text.translate(str.maketrans("0123456789", rng.choice(DIGITS)))
    return replaced(rng, NUMBER, text, lambda m: rng.choice([
        values.number(rng, m[0].encode()).decode(), m[0] * 2, "", m[0] + " " + m[0], "0" + m[0], "-" + m[0], m[0] + "%", "1,234,567", "1.2.3", ",,,", "/", "—", m[0] * 5000, m[0] + "万亿"]))


def characters(rng, text):
    at = rng.randrange(len(text) + 1)
    made = rng.choice(ODD) * rng.choice([1, 1, 3, 100, 20_000])
    if rng.random() < 0.2:
        return text.replace(rng.choice(["0", "一", "公", "、", " ", "\n"]), rng.choice(ODD))
    return text[:at] + made + text[at:]


def words(rng, text):
    """A run of ideographs is elsewhere too, or broken."""
    found = re.findall(r"[\u4e00-\u9fff]{2,12}", text) or ["总计"]
    return replaced(rng, r"[\u4e00-\u9fff]{2,12}", text, lambda m: rng.choice([rng.choice(found), "", m[0] * 2, " ".join(m[0]), "\n".join(m[0]), m[0][::-1], rng.choice(found) * 300]))


def rules(rng, text):
    rows = text.split("\n")
    at = rng.randrange(len(rows) + 1)
    rows[at:at] = [rng.choice(RULES)] * rng.choice([1, 1, 2, 100])
    return "\n".join(rows)


def replaced(rng, pattern, text, change):
    matches = list(re.finditer(pattern, text))
    if not matches:
        return text
    match = rng.choice(matches)
    return text[:match.start()] + change(match) + text[match.end():]


CHANGES = [lines, lines, bars, bars, digits, digits, characters, words, rules]


def damaged_text(rng, data):
    chance = rng.random()
    if chance < 0.15:
        return values.damaged(rng, data)
    changed = rng.choice(CHANGES)(rng, data.decode("utf-8", "replace"))
    return changed.encode(rng.choice(ENCODINGS) if chance > 0.9 else "utf-8", "replace")

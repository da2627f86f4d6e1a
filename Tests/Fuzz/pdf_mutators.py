"""Damage that a PDF reader meets behind the first check: objects, references, streams, operators, the table of offsets."""
import re

import values
from pdf import PDF

NUMBER = re.compile(rb"(?<![\w.#-])[+-]?(\d+\.?\d*|\.\d+)(?![\w.])")
REFERENCE = re.compile(rb"(\d+)\s+(\d+)\s+R\b")
ENTRY = re.compile(rb"/(\w+)\s*(\[[^\[\]]*\]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)|/[^\s/<>\[\]()]+|[+-]?[\d.]+(?:\s+\d+\s+R)?|true|false|null)")
NAME = re.compile(rb"/[A-Za-z0-9]+")
WORD = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|[^\s\[\]()<>]+")
OPERATORS = [b"q", b"Q", b"BT", b"ET", b"re", b"m", b"l", b"c", b"h", b"S", b"f", b"f*", b"B", b"n", b"W", b"W*", b"cm", b"Tf", b"Td", b"TD",
             b"Tm", b"T*", b"Tj", b"TJ", b"'", b'"', b"Tz", b"TL", b"Tc", b"Tw", b"Ts", b"Tr", b"d", b"w", b"Do", b"sh", b"gs", b"BMC", b"BDC",
             b"EMC", b"BI", b"ID", b"EI", b"scn", b"SCN", b"cs", b"CS", b"rg", b"k", b"d0", b"d1"]
BOX = re.compile(rb"/(MediaBox|CropBox)\s*\[\s*((?:[+-]?[\d.]+\s+){3}[+-]?[\d.]+)\s*\]")
# Entries whose numbers decide about sizes, places and loops.
PAGE_ENTRIES = [b"/UserUnit %s", b"/Rotate %s", b"/MediaBox [%s %s %s %s]", b"/CropBox [%s %s %s %s]", b"/Count %s", b"/Parent %s 0 R"]
FONT_ENTRIES = [b"/FirstChar %s", b"/LastChar %s", b"/DW %s", b"/DW2 [%s %s]", b"/W [%s %s %s]", b"/W [1 [%s %s]]", b"/W2 [%s %s %s %s %s]",
                b"/Widths [%s %s]", b"/FontMatrix [%s %s %s %s %s %s]", b"/FontBBox [%s %s %s %s]", b"/Ascent %s", b"/Descent %s", b"/MissingWidth %s"]
STREAM_ENTRIES = [b"/Length %s", b"/Filter [/FlateDecode /FlateDecode]", b"/Filter /LZWDecode", b"/Filter /CCITTFaxDecode", b"/Filter /DCTDecode",
                  b"/Filter /JBIG2Decode", b"/Filter /JPXDecode", b"/Filter [/ASCIIHexDecode /RunLengthDecode]", b"/Filter /Crypt",
                  b"/DecodeParms << /Predictor %s /Columns %s /Colors %s /BitsPerComponent %s >>", b"/DecodeParms << /K %s /Columns %s /Rows %s >>",
                  b"/Width %s /Height %s", b"/BBox [%s %s %s %s]", b"/Matrix [%s %s %s %s %s %s]", b"/XStep %s /YStep %s", b"/BitsPerComponent %s",
                  b"/ShadingType %s", b"/Decode [%s %s]", b"/N %s", b"/First %s"]


def filled(rng, entry):
    return entry.replace(b"%s", b"\0").replace(b"%", b"%%").replace(b"\0", b"%s") % tuple(values.number(rng) for _ in range(entry.count(b"%s")))


def number(rng, pdf):
    item = rng.choice(pdf.objects)
    item.body = values.with_match(rng, NUMBER, item.body, lambda match: values.number(rng, match[0]))


def entry(rng, pdf):
    """One entry gets another value, or that of another entry, or is gone."""
    item = rng.choice(pdf.objects)
    other = ENTRY.search(rng.choice(pdf.objects).body)
    item.body = values.with_match(rng, ENTRY, item.body, lambda match: rng.choice([
        b"/%s %s" % (match[1], values.number(rng)), b"/%s null" % match[1], b"", b"/%s [%s]" % (match[1], match[2] * 3),
        b"/%s << /%s %s >>" % (match[1], match[1], match[2]), b"/%s %s" % (match[1], other[2] if other else b"()"), match[0] * 2]))


def added_entry(rng, pdf):
    """An entry that tells sizes or places, in an object that has a use for it; the first of two counts for some readers."""
    kinds = [(rb"/Page\b", PAGE_ENTRIES), (rb"/Pages\b", PAGE_ENTRIES), (rb"/Font", FONT_ENTRIES), (rb"", FONT_ENTRIES + PAGE_ENTRIES)]
    pattern, entries = rng.choice(kinds)
    items = [item for item in pdf.objects if re.search(pattern, item.body) and b"<<" in item.body]
    if items:
        item = rng.choice(items)
        if item.stream is not None:
            entries = STREAM_ENTRIES
        made = filled(rng, rng.choice(entries))
        key = re.match(rb"/\w+", made)[0]
        body = re.sub(key + rb"\s*(\[[^\[\]]*\]|/?[\w.+-]+)", b"", item.body, count=1) if rng.random() < 0.7 else item.body
        item.body = body.replace(b"<<", b"<< " + made + b" ", 1)


def reference(rng, pdf):
    """A reference to the object itself, to any other, to none: cycles and loops among them."""
    item = rng.choice(pdf.objects)
    target = rng.choice([item.number, rng.choice(pdf.objects).number, 0, 999_999, 2**31 - 1])
    item.body = values.with_match(rng, REFERENCE, item.body, lambda match: b"%d %s R" % (target, rng.choice([b"0", b"0", b"1", b"65536"])))


def referred(rng, pdf):
    """A value that stands in its place is put behind a reference, to an object that refers to itself or to anything."""
    item, target = rng.choice(pdf.objects), rng.choice(pdf.objects)
    item.body = values.with_match(rng, ENTRY, item.body, lambda match: b"/%s %d 0 R" % (match[1], target.number))


def object_number(rng, pdf):
    item = rng.choice(pdf.objects)
    item.number = rng.choice([rng.choice(pdf.objects).number, 0, 99_999, 8_388_607, 2**31 - 1])


def object_gone(rng, pdf):
    if len(pdf.objects) > 1:
        pdf.objects.remove(rng.choice(pdf.objects))


def object_body(rng, pdf):
    """What another object is, or damaged bytes."""
    item, other = rng.choice(pdf.objects), rng.choice(pdf.objects)
    item.body = rng.choice([other.body, values.damaged(rng, item.body), b"null", b"[]", b"<<>>", b"(", b"<<" * rng.choice([1, 600, 60_000])])


def nesting(rng, pdf):
    item, depth = rng.choice(pdf.objects), rng.choice([10, 99, 501, 5000, 100_000])
    opening, closing = rng.choice([(b"[", b"]"), (b"<< /A ", b" >>"), (b"<< /Kids [", b"] >>"), (b"(", b")")])
    inside = b"%d 0 R" % item.number
    item.body = values.with_match(rng, ENTRY, item.body, lambda match: b"/%s %s" % (match[1], opening * depth + inside + closing * depth))


def many_pages(rng, pdf):
    """The same page again and again, or the tree as a part of itself."""
    items = [item for item in pdf.objects if b"/Kids" in item.body]
    if items:
        item = rng.choice(items)
        times = rng.choice([2, 3, 20])
        item.body = re.sub(rb"/Kids\s*\[([^\]]*)\]", lambda m: b"/Kids [" + rng.choice([m[1] * times, m[1] + b" %d 0 R" % item.number]) + b"]", item.body)
        item.body = re.sub(rb"/Count\s+\d+", b"/Count " + rng.choice([b"40", values.number(rng)]), item.body)


def operators(rng, pdf):
    """Words of a content stream: numbers, operators, strings; some again and again."""
    items = [item for item in pdf.objects if item.is_content]
    if not items:
        return number(rng, pdf)
    item = rng.choice(items)
    for _ in range(rng.choice([1, 1, 2, 5])):
        item.stream = values.with_match(rng, WORD, item.stream, lambda match: changed_word(rng, match[0]))


def changed_word(rng, word):
    if NUMBER.fullmatch(word):
        return rng.choice([values.number(rng, word), b"", word * 2, b"[%s]" % word])
    if word[:1] in b"(<":
        return rng.choice([values.damaged(rng, word), word * rng.choice([2, 50]), b"", word[1:-1], values.number(rng)])
    return rng.choice([rng.choice(OPERATORS), b"", (b" " + word) * rng.choice([2, 100, 3000]), b"\n%s\n" % rng.choice(OPERATORS)])


def instructions(rng, pdf):
    """Instructions put in front of a page or into it: states, matrices, sizes, lines, pictures and patterns of every extreme."""
    items = [item for item in pdf.objects if item.is_content]
    if not items:
        return entry(rng, pdf)
    item = rng.choice(items)
    made = rng.choice([
        b"q " * rng.choice([50, 5000, 100_000]), b"Q " * 100, b"BT " * 20, b"%s 0 0 %s 0 0 cm\n", b"%s %s %s %s %s %s cm\n", b"%s Tz\n", b"%s Tc\n",
        b"%s Tw %s TL\n", b"%s Ts\n", b"%s Tr\n", b"%s w [%s %s] %s d\n", b"%s %s %s %s re f\n", b"0 0 m %s %s l S\n",
        b"".join(b"%d 10 1 800 re f 10 %d 580 1 re f\n" % (n * 2, n * 3) for n in range(rng.choice([3, 280]))),
        b"BI /W %s /H %s /BPC 8 /CS /RGB ID abc EI\n", b"/P0 Do\n" * 50, b"/Pattern cs /P0 scn 0 0 999 999 re f\n", b"[%s %s (A) %s] TJ\n",
        b"/F1 %s Tf\n", b"1 0 0 1 %s %s Tm\n", b"%s %s Td\n", b"/Artifact BMC\n" * 300, b"%s %s %s %s %s %s c\n", b"W n\n", b"0 0 0 0 re W n\n"])
    at = rng.choice([0, item.stream.find(b"\n", rng.randrange(len(item.stream) + 1)) + 1])
    item.stream = item.stream[:at] + filled(rng, made) + item.stream[at:]


def scaled(rng, pdf):
    """All pages are larger or smaller, with all that is on them: the same table to the eye, in other numbers."""
    factor = rng.choice([1e-6, 1e-3, 0.1, 10, 1e3, 1e4, 1e6, 1e9, 1e15, 1e30])
    across, down = rng.choice([(1, 1), (1, 1), (1, 0), (0, 1)])
    sizes = [factor if across else 1, factor if down else 1]
    for item in pdf.objects:
        item.body = BOX.sub(lambda m: b"/%s [%s]" % (m[1], b" ".join(decimal(float(n) * sizes[i % 2]) for i, n in enumerate(m[2].split()))), item.body)
        if item.is_content and b"/Type /XObject" not in item.body:
            item.stream = b"%s 0 0 %s 0 0 cm\n" % tuple(map(decimal, sizes)) + item.stream


def decimal(value):
    """As PDF writes numbers, without an exponent."""
    return b"%.9f" % value if abs(value) < 1e6 else b"%d" % max(-1e300, min(1e300, value))


def stream(rng, pdf):
    """A stream is damaged before it is deflated (fonts, maps of characters, content), or after."""
    items = [item for item in pdf.objects if item.stream]
    if not items:
        return entry(rng, pdf)
    item = rng.choice(items)
    chance = rng.random()
    if chance < 0.6:
        item.stream = values.damaged(rng, item.stream)
    elif chance < 0.8:
        item.stream = values.with_match(rng, re.compile(rb"<[0-9A-Fa-f]+>"), item.stream, lambda m: b"<%s>" % rng.choice(
            [b"0000", b"FFFF", b"D800", b"0010FFFF", b"00110000", b"FFFFFFFF", b"", b"0", b"4E00" * 300, m[0][1:-1] * 2]))
    elif item.is_flate:
        item.is_flate, packed = False, item.written()
        item.stream = values.damaged(rng, packed[packed.find(b"stream\n") + 7:-18])
        item.body = item.body.replace(b"<<", b"<< /Filter /FlateDecode", 1)


def bomb(rng, pdf):
    """A stream that is small in the file and large in memory."""
    items = [item for item in pdf.objects if item.stream is not None]
    if items:
        item = rng.choice(items)
        item.stream, item.is_flate = item.stream + rng.choice([b"\0", b" ", b"0 0 m 9 9 l S ", b"(A) Tj "]) * rng.choice([1000, 10_000, 100_000]), True


def table(rng, data):
    """Offsets, sizes and the place of the table, in the finished file."""
    change = rng.choice([
        (re.compile(rb"startxref\s+(\d+)"), lambda m: b"startxref\n" + values.number(rng, m[1])),
        (re.compile(rb"/Size\s+(\d+)"), lambda m: b"/Size " + values.number(rng, m[1])),
        (re.compile(rb"/Root\s+(\d+)"), lambda m: b"/Root " + values.number(rng, m[1])),
        (re.compile(rb"(\d{10}) (\d{5}) [nf]"), lambda m: b"%010d %05d %s" % (rng.choice([0, 9, 9_999_999_999, rng.randrange(len(data))]), rng.choice([0, 65535]), rng.choice([b"n", b"f"]))),
        (re.compile(rb"xref\n0 (\d+)"), lambda m: b"xref\n%s %s" % (values.number(rng), values.number(rng, m[1]))),
        (re.compile(rb"/Size "), lambda m: b"/Prev %d /Size " % rng.choice([data.rfind(b"xref\n0"), 0, 2**31, rng.randrange(len(data))])),
        (re.compile(rb"trailer|startxref|xref|endobj|endstream|%PDF-1.7"), lambda m: rng.choice([b"", m[0] * 2])),
    ])
    return values.with_match(rng, change[0], data, change[1])


OBJECTS = [number, number, number, entry, added_entry, added_entry, added_entry, reference, referred, object_number, object_gone, object_body, nesting,
           many_pages, operators, operators, operators, instructions, instructions, scaled, stream, stream, bomb]


class PDFMutator:
    """Files are taken apart once."""

    def __init__(self):
        self.parsed = {}

    def __call__(self, rng, data, steps):
        """`data` with a damage for each generator that `steps` gives."""
        if rng.random() < 0.2:
            return None
        if data not in self.parsed:
            self.parsed[data] = PDF.parsed(data)
        if self.parsed[data] is None:
            return None
        pdf = self.parsed[data].copied()
        for step in steps:
            step.choice(OBJECTS)(step, pdf)
        written = pdf.written()
        return table(rng, written) if rng.random() < 0.15 else written

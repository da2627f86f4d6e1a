"""PDF files as lists of objects (ISO 32000-1, 7.3): taken apart with streams inflated, put together again with a table that fits."""
import re
import zlib

OBJECT = re.compile(rb"(?<![0-9])(\d+)\s+(\d+)\s+obj\b")
LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
STREAM = re.compile(rb"stream\r?\n")
TRAILER_KEYS = re.compile(rb"/(Root|Info|Encrypt)\s+\d+\s+\d+\s+R|/ID\s*\[[^\]]*\]")
# Of a stream that is written again with a filter of its own.
WRITTEN_AGAIN = re.compile(rb"/Length\s+\d+(\s+\d+\s+R)?|/Filter\s*(/FlateDecode|\[\s*/FlateDecode\s*\])")
MOST_INFLATED = 1 << 24


class PDFObject:
    """`body` is the object without its stream; `stream` is None, or its bytes: inflated where `is_flate`."""

    def __init__(self, number, body, stream=None, is_flate=False):
        self.number, self.body, self.stream, self.is_flate = number, body, stream, is_flate

    @property
    def is_content(self):
        return self.stream is not None and b"/Subtype" not in self.body and re.search(rb"\b(Tj|TJ|re|cm|Do)\b", self.stream[:65536]) is not None

    def written(self):
        if self.stream is None:
            return b"%d 0 obj\n%s\nendobj\n" % (self.number, self.body)
        data = zlib.compress(self.stream, 1) if self.is_flate else self.stream
        head = self.body
        # A mutator that sets these keeps its word.
        if b"/Length" not in head:
            head = head.replace(b"<<", b"<< /Length %d" % len(data), 1)
        if self.is_flate and b"/Filter" not in head:
            head = head.replace(b"<<", b"<< /Filter /FlateDecode", 1)
        return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (self.number, head, data)


class PDF:
    """Objects in the order of the file. `trailer` is the inside of its dictionary, without /Size."""

    def __init__(self, objects, trailer):
        self.objects, self.trailer = objects, trailer

    @classmethod
    def parsed(cls, data):
        """None where there is nothing to take apart, or where streams are encrypted."""
        objects, trailer = [], {}
        position = 0
        while match := OBJECT.search(data, position):
            item, position = read_object(data, match)
            if b"/Type/XRef" in item.body.replace(b" ", b""):
                trailer.update(trailer_entries(item.body))
            elif b"/ObjStm" in item.body:
                objects += unpacked(item)
            else:
                objects.append(item)
        for match in re.finditer(rb"trailer(.*?)startxref", data, re.DOTALL):
            trailer.update(trailer_entries(match[1]))
        if not objects or "Root" not in trailer or "Encrypt" in trailer:
            return None
        return cls(objects, b" ".join(trailer.values()))

    def copied(self):
        return PDF([PDFObject(o.number, o.body, o.stream, o.is_flate) for o in self.objects], self.trailer)

    def written(self):
        parts, offsets, length = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], {}, 15
        for item in self.objects:
            offsets.setdefault(item.number, length)
            parts.append(item.written())
            length += len(parts[-1])
        size = 1 + max((n for n in offsets if n < 100_000), default=0)
        rows = [b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n" for n in range(size)]
        parts.append(b"xref\n0 %d\n%s" % (size, b"".join(rows)))
        parts.append(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, self.trailer, length))
        return b"".join(parts)


def trailer_entries(text):
    return {re.match(rb"/(\w+)", match[0])[1].decode(): match[0] for match in TRAILER_KEYS.finditer(text)}


def read_object(data, match):
    """The object that begins with `match`, and where it ends."""
    number, start = int(match[1]), match.end()
    end = data.find(b"endobj", start)
    end = len(data) if end < 0 else end
    begin = STREAM.search(data, start, end)
    if not begin:
        return PDFObject(number, data[start:end].strip()), end
    head = data[start:begin.start()].strip()
    length = LENGTH.search(head)
    stop = begin.end() + int(length[1]) if length else data.find(b"endstream", begin.end())
    stop = len(data) if stop < 0 else stop
    stream, is_flate = inflated(head, data[begin.end():stop])
    if is_flate:
        head = WRITTEN_AGAIN.sub(b"", head)
    return PDFObject(number, LENGTH.sub(b"", re.sub(rb"/Length\s+\d+\s+\d+\s+R", b"", head)), stream, is_flate), max(stop, start)


def inflated(head, data):
    """The bytes of a stream, and whether they were deflated and nothing else."""
    if not re.search(rb"/Filter\s*(/FlateDecode|\[\s*/FlateDecode\s*\])", head) or b"/DecodeParms" in head:
        return data, False
    try:
        return zlib.decompressobj().decompress(data, MOST_INFLATED), True
    except zlib.error:
        return data, False


def unpacked(item):
    """The objects of an object stream (7.5.7)."""
    first, count = (re.search(key, item.body) for key in (rb"/First\s+(\d+)", rb"/N\s+(\d+)"))
    if not item.is_flate or not first or not count:
        return [item]
    numbers = [int(word) for word in item.stream[:int(first[1])].split()][:2 * int(count[1])]
    starts = [int(first[1]) + offset for offset in numbers[1::2]] + [len(item.stream)]
    return [PDFObject(number, item.stream[start:end].strip()) for number, start, end in zip(numbers[::2], starts, starts[1:])]

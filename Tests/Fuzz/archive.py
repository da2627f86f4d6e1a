"""Damage to zip archives, and to files that are zip archives of XML: entries, names, headers, ratios."""
import io
import warnings
import zipfile

import made_archive
import values

# Two entries of one name are what is wanted.
warnings.filterwarnings("ignore", message="Duplicate name")

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
# Offset and width of the fields of a header (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
FIELDS = {
    LOCAL: [(4, 2), (6, 2), (8, 2), (10, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)],
    CENTRAL: [(4, 2), (6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2), (36, 2), (38, 4), (42, 4)],
    END: [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)],
}
NAMES = ["../../up.md", "/etc/abs.txt", "a//b/../c.md", "..\\win\\b.html", "\u0000.md", "", ".", "a/" * 800 + "deep.txt", "x" * 60_000 + ".md", "\u202ecod.fdp", "CON.txt", "same.md",
         "\ufffe.html", "年报.txt", "~$lock.md", ".hidden.md", "a.zip", "end/"]


def entries_of(data):
    """Pairs of name and content; empty where it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:
        # Whatever Python's reader stumbles over in a damaged archive: it is not the one that is tried.
        return []


def archive_of(entries, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries:
            # A date of its own would make every run another one.
            info = zipfile.ZipInfo((name or "n").split("\0")[0] or "n")
            info.filename, info.compress_type = name, method
            archive.writestr(info, content)
    return made.getvalue()


def field(rng, data):
    """A number of a header."""
    mark = rng.choice([LOCAL, CENTRAL, CENTRAL, END])
    places = [at for at in range(len(data) - 3) if data[at:at + 4] == mark] if len(data) < 1 << 16 else found(data, mark)
    if not places:
        return values.damaged(rng, data)
    offset, width = rng.choice(FIELDS[mark])
    at = rng.choice(places) + offset
    value = rng.choice([0, 1, 2, 8, 9, 12, 14, 93, 99, 255, 0x800, 0x801, 8 * 256, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF, rng.randrange(1 << 32)])
    return data[:at] + (value & (1 << 8 * width) - 1).to_bytes(width, "little") + data[at + width:]


def found(data, mark):
    places, at = [], data.find(mark)
    while at >= 0:
        places.append(at)
        at = data.find(mark, at + 1)
    return places


def renamed(rng, entries):
    at = rng.randrange(len(entries))
    entries[at] = (rng.choice(NAMES), entries[at][1])


def repeated(rng, entries):
    entries += [rng.choice(entries)] * rng.choice([1, 2, 40])


def nested(rng, entries):
    for _ in range(rng.choice([1, 2, 12])):
        entries[:] = [("inner.zip", archive_of(entries))]


def blown_up(rng, entries):
    """An entry that unpacks to a thousand times its size."""
    at = rng.randrange(len(entries))
    entries[at] = (entries[at][0], entries[at][1] + rng.choice([b"\0", b"a", b"|0|\n"]) * rng.choice([1 << 16, 5_000_000]))


def emptied(rng, entries):
    at = rng.randrange(len(entries))
    entries[at] = (entries[at][0], rng.choice([b"", b"PK", b"\0", entries[at][1][:10]]))


ENTRIES = [renamed, repeated, nested, blown_up, emptied]


class ArchiveMutator:
    """`inner` damages the content of an entry, by its name."""

    def __init__(self, inner):
        self.inner = inner

    def __call__(self, rng, data):
        entries = entries_of(data)
        chance = rng.random()
        if not entries or chance < 0.4:
            return field(rng, data) if chance < 0.3 else values.damaged(rng, data)
        if chance < 0.7:
            at = rng.randrange(len(entries))
            entries[at] = (entries[at][0], self.inner(rng, *entries[at]))
        else:
            rng.choice(ENTRIES)(rng, entries)
        made = archive_of(entries, rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]))
        return rng.choice([b"", b"", b"", b"junk" * 300]) + made


class OtherArchiveMutator:
    """Damages archives of other kinds: their bytes; or a few files, some of them damaged by `inner`, packed in any kind, one in another."""

    def __init__(self, inner):
        self.inner = inner

    def __call__(self, rng, data):
        if rng.random() < 0.6:
            return values.damaged(rng, data)
        entries = [("一.md", b"# a\n\n|a|b|\n|--|--|\n|1|2|\n"), ("b.html", b"<html><table><tr><td>1</td></tr></table>"), ("c.bin", data[:4096])]
        if rng.random() < 0.5:
            rng.choice(ENTRIES)(rng, entries)
        # Large ones are the business of zip archives.
        made = [(name.encode("utf-8", "replace")[:200] or b"n", self.inner(rng, name, content[:1 << 14])) for name, content in entries[:40]]
        # The sums of LHA take long here.
        kinds = sorted(set(made_archive.MAKERS) - {"zip", "lha"})
        packed = made_archive.MAKERS[rng.choice(kinds)](made)
        return made_archive.MAKERS[rng.choice(kinds)]([(b"inner", packed)]) if rng.random() < 0.3 else packed

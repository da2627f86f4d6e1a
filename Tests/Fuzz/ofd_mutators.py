"""Damage to the parts of OFD files: places, ways with runs, maps, path data, glyph lists, references, visibility."""
import re

import markup
import values

ATTRIBUTE = re.compile(rb'\b(Boundary|CTM|DeltaX|DeltaY|X|Y|Size|LineWidth|DashPattern|CodePosition|CodeCount|GlyphCount|HScale|ReadDirection|CharDirection|Alpha|Value|ID|Relative|'
                       rb'ResourceID|TemplateID|Font|DrawParam|BaseLoc|ZOrder|Type|Visible)="([^"]*)"')
DATA = re.compile(rb"(AbbreviatedData>)([^<]*)(<)")
BOX = re.compile(rb"(PhysicalBox>)([^<]*)(<)")
LOCATION = re.compile(rb"((?:DocRoot|PublicRes|DocumentRes|MediaFile|FontFile|FileLoc)>)([^<]*)(<)")
OBJECT = re.compile(rb"<(?:\w+:)?((?:Text|Path|Image|Composite)Object|PageBlock|Layer|Template)\b.{0,2000}?(?:/>|</(?:\w+:)?\1>)", re.DOTALL)
PLACES = [b"../../../../etc/passwd", b"/", b"", b"OFD.xml", b"Doc_0/Document.xml", b"a/" * 500, b"\\\\host\\share", b"file:///dev/zero", b"Content.xml"]


def value(rng, name, old):
    if name in (b"DeltaX", b"DeltaY"):
        return rng.choice([b"g 999999999 1", b"g 4294967296 0.1 " * 50, b"g", b"g g g", b"g -5 2", b"g 100000 100000", old + b" g 9 9", b" ".join([b"0"] * 5000), b"nan inf", values.number(rng)])
    if name in (b"BaseLoc",):
        return rng.choice(PLACES)
    if name == b"Visible":
        return rng.choice([b"false", b"true", b"0", b"FALSE", b"x"])
    parts = old.split()
    if len(parts) > 1 and rng.random() < 0.8:
        parts[rng.randrange(len(parts))] = values.number(rng)
        return b" ".join(parts)
    return rng.choice([values.number(rng, old), values.number(rng), b"", old * 2, b"NaN", b"0 0 0 0 0 0", old + b" 1e9"])


def attribute(rng, data):
    return values.with_match(rng, ATTRIBUTE, data, lambda m: m[1] + b'="' + value(rng, m[1], m[2]) + b'"')


def path(rng, data):
    letters = [b"M", b"L", b"Q", b"B", b"A", b"C", b"S", b"Z", b"m"]
    made = lambda: b" ".join([rng.choice(letters)] + [values.number(rng) for _ in range(rng.randrange(8))])  # noqa: E731
    return values.with_match(rng, DATA, data, lambda m: m[1] + rng.choice([made(), m[2] + b" " + made(), made() * 300, b"A 1 1 0 1 1 5 5 " * 2000, b"C" * 5000, b""]) + m[3])


def box(rng, data):
    return values.with_match(rng, BOX, data, lambda m: m[1] + b" ".join(values.number(rng) for _ in range(rng.choice([4, 4, 3, 9]))) + m[3])


def location(rng, data):
    return values.with_match(rng, LOCATION, data, lambda m: m[1] + rng.choice(PLACES) + m[3])


def objects(rng, data):
    """An object again and again, or in blocks within each other."""
    times = rng.choice([2, 30, 1000])
    opening, closing = rng.choice([(b"", b""), (b"<PageBlock>", b"</PageBlock>"), (b"<PageBlock Visible='false'>", b"</PageBlock>"), (b"<Layer>", b"</Layer>")])
    return values.with_match(rng, OBJECT, data, lambda m: rng.choice([m[0] * times, opening * times + m[0] + closing * times, b""]))


def references(rng, data):
    """Composite objects and drawing parameters that refer to themselves and to each other."""
    made = b"".join(b'<CompositeGraphicUnit ID="%d"><Content>%s</Content></CompositeGraphicUnit>' % (n, b'<CompositeObject ResourceID="%d" Boundary="0 0 99 99"/>' % (n + rng.choice([0, 1])) * rng.choice([1, 40])) for n in range(900, 912))
    parameters = b"".join(b'<DrawParam ID="%d" Relative="%d"/>' % (n, rng.choice([n, n + 1, 900])) for n in range(900, 912))
    data = values.with_match(rng, re.compile(rb"</(\w+:)?Res>"), data, lambda m: b"<CompositeGraphicUnits>" + made + b"</CompositeGraphicUnits><DrawParams>" + parameters + b"</DrawParams>" + m[0])
    return values.with_match(rng, re.compile(rb"</(\w+:)?Layer>"), data, lambda m: b'<CompositeObject ResourceID="900" Boundary="0 0 99 99" DrawParam="900"/>' + m[0])


WAYS = [attribute, attribute, attribute, path, box, location, objects, references]


def damaged_part(rng, name, data):
    """The content of a file in an OFD package, by its name."""
    if not name.lower().endswith(".xml"):
        return values.damaged(rng, data)
    return rng.choice(WAYS)(rng, data) if rng.random() < 0.7 else markup.damaged_markup(rng, data)

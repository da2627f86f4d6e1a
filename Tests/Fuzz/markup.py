"""Damage to HTML, XML and saved pages (MHTML): nesting, attributes, entities, declarations, encodings, parts."""
import re

import values

TAG = re.compile(rb"<(/?)([A-Za-z][\w:]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(rb"([\w:-]+)\s*=\s*(\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)")
TEXT = re.compile(rb">([^<>]+)<")
HEADER = re.compile(rb"^([A-Za-z-]+:)([^\r\n]*)", re.MULTILINE)
NAMES = [b"table", b"tr", b"td", b"th", b"tbody", b"thead", b"tfoot", b"caption", b"colgroup", b"col", b"div", b"span", b"p", b"ul", b"li", b"br",
         b"script", b"style", b"title", b"head", b"body", b"html", b"template", b"svg", b"math", b"select", b"option", b"textarea", b"plaintext",
         b"noscript", b"iframe", b"frameset", b"form", b"a", b"font", b"ruby", b"rt", b"pre", b"x:y", b"w:tbl", b"w:tc"]
ENTITIES = [b"&#0;", b"&#x110000;", b"&#xD800;", b"&#99999999999999999999;", b"&#x80;", b"&nbsp", b"&notin;", b"&a;", b"&" + b"a" * 5000, b"&#", b"&#x",
            b"&#xfeff;", b"&#8238;", b"&amp;lt;", b"&zwj;" * 200]
DOCTYPES = [b"<!DOCTYPE html>", b"<!DOCTYPE", b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
            b"<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]>", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///dev/zero'>]>",
            b"<!DOCTYPE x [<!ENTITY a '&a;'>]>", b"<?xml version='1.0' encoding='utf-7'?>", b"<?xml version='9' encoding=''?>", b"<!-- ", b"<![CDATA[", b"<!--[if IE]>",
            b"<?" + b"x" * 3000]
ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk", "big5", "shift_jis", "latin-1", "utf-7", "hz"]
HIDING = [b" style='display:none'", b" style='display: table-cell; width: %s'", b" hidden", b" style='visibility:collapse'", b" style='position:absolute;left:-9999px'",
          b" colspan='%s'", b" rowspan='%s'", b" colspan='%s' rowspan='%s'", b" span='%s'", b" width='%s%%'", b" rowspan=0", b" start='%s'", b" gridSpan='%s'"]


def attribute(rng, data):
    return values.with_match(rng, ATTRIBUTE, data, lambda m: rng.choice([b"%s='%s'" % (m[1], values.number(rng)), b"", m[0] * 2, b"%s=" % m[1], b"%s='%s" % (m[1], m[2])]))


def added_attribute(rng, data):
    """To a cell or a row mostly: spans, widths, what hides it."""
    tags = re.compile(rb"<()(t[dhr]|col|table|div|span)((?:\s[^<>]*)?)>") if rng.random() < 0.8 else TAG
    made = rng.choice(HIDING)
    made = made % tuple(values.number(rng) for _ in range(made.count(b"%s"))) if b"%" in made else made
    return values.with_match(rng, tags, data, lambda m: b"<" + m[1] + m[2] + made + m[3] + b">")


def spans_everywhere(rng, data):
    chance, value = rng.choice([0.1, 0.5, 1]), values.number(rng)
    return re.sub(rb"<t[dh]\b", lambda m: m[0] + b" %s=%s" % (rng.choice([b"colspan", b"rowspan"]), value) if rng.random() < chance else m[0], data)


def tag(rng, data):
    return values.with_match(rng, TAG, data, lambda m: rng.choice([
        b"", m[0] * rng.choice([2, 3, 500]), b"<%s%s%s>" % (m[1], rng.choice(NAMES), m[3]), b"</%s>" % m[2], m[0][:-1], b"<" + m[0], b"<%s>" % rng.choice(NAMES)]))


def nested(rng, data):
    """Elements within each other, closed or not, around a piece of text."""
    name, depth = rng.choice(NAMES), rng.choice([5, 60, 300, 3000, 50_000])
    opening = rng.choice([b"<%s>" % name, b"<table><tr><td>", b"<div><table>", b"<b><i>", b"<%s style='display:none'>" % name])
    closing = rng.choice([b"", b"</%s>" % name * depth])
    return values.with_match(rng, TEXT, data, lambda m: b">" + opening * depth + m[1] + closing + b"<")


def many(rng, data):
    """A row, a cell or a table again and again."""
    name, times = rng.choice([b"tr", b"td", b"table", b"p"]), rng.choice([2, 10, 300, 3000])
    return values.with_match(rng, re.compile(rb"<%s\b.{0,1500}?</%s>" % (name, name), re.DOTALL), data, lambda m: m[0] * times)


def entity(rng, data):
    return values.with_match(rng, TEXT, data, lambda m: b">" + rng.choice([b"", m[1]]) + rng.choice(ENTITIES) + b"<")


def figure(rng, data):
    return values.with_match(rng, re.compile(rb">\s*[\d.,]+\s*<"), data, lambda m: b">%s<" % values.number(rng))


def declaration(rng, data):
    if rng.random() < 0.5:
        return rng.choice(DOCTYPES) + data
    return values.with_match(rng, TEXT, data, lambda m: b">" + rng.choice(DOCTYPES) + m[1] + b"<")


def encoding(rng, data):
    """Another encoding than is declared, or another declaration than the encoding."""
    if rng.random() < 0.5:
        return values.with_match(rng, re.compile(rb"(charset|encoding)=[\"']?[\w-]+"), data, lambda m: m[1] + b"=" + rng.choice(ENCODINGS).encode())
    text = data.decode("gb18030" if b"gb2312" in data else "utf-8", "replace")
    return rng.choice([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]) + text.encode(rng.choice(ENCODINGS), "ignore")


def header(rng, data):
    """Of a saved page and its parts."""
    return values.with_match(rng, HEADER, data, lambda m: rng.choice([
        b"", m[1], m[0] * 3, m[1] + m[2] * 2000, m[1] + values.damaged(rng, m[2]), m[1] + b" multipart/related; boundary=''",
        m[1] + rng.choice([b" base64", b" quoted-printable", b" 7bit", b" x-uuencode", b" binary", b" gzip"])]))


def parts(rng, data):
    """Boundaries and encoded bodies."""
    found = re.search(rb'boundary="?([^"\r\n;]+)', data)
    mark = b"--" + found[1] if found else b"--"
    return values.with_match(rng, re.compile(re.escape(mark) + b"|=[0-9A-F]{2}|=\r?\n"), data, lambda m: rng.choice(
        [b"", m[0] * 2, m[0] + b"--", b"=", b"=X", b"=\r\n" * 100, mark + b"\r\n\r\n", (mark + b"\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n") * 2000]))


MARKUP = [attribute, attribute, added_attribute, added_attribute, spans_everywhere, tag, tag, nested, many, entity, figure, declaration, encoding]


def damaged_markup(rng, data):
    return rng.choice(MARKUP)(rng, data)


def damaged_archive(rng, data):
    return rng.choice(MARKUP + [header, parts] * 5)(rng, data)

"""Small pictures of every kind that is read, and damage to their headers."""
import base64
import struct
import zlib

import archive
import values

JPEG = base64.b64decode("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/"
                        "aAAgBAQABPxA=")
WEBP = base64.b64decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
EXTREME = [0, 1, 2, 3, 8, 255, 256, 4096, 32767, 32768, 65535, 65536, 100_000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF]


def rows(width, height):
    """Bytes, 0 for ink: a grid of lines with marks in its cells."""
    return [bytes(0 if x % 40 < 2 or y % 20 < 2 or 10 < x % 40 < 16 and 6 < y % 20 < 15 else 255 for x in range(width)) for y in range(height)]


def png(width=240, height=120):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows(width, height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"pHYs", struct.pack(">IIB", 7874, 7874, 1)) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bmp(width=240, height=120):
    data = b"".join(bytes(value for grey in row for value in (grey, grey, grey)) for row in reversed(rows(width, height)))
    return struct.pack("<2sIHHI", b"BM", 54 + len(data), 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(data), 7874, 7874, 0, 0) + data


def tiff(pages=3, width=240, height=120):
    made = bytearray(b"II*\0\0\0\0\0")
    pointer = 4
    for _ in range(pages):
        data = len(made)
        made += b"".join(rows(width, height))
        ratio = len(made)
        made += struct.pack("<II", 200, 1)
        struct.pack_into("<I", made, pointer, len(made))
        fields = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, data), (277, 3, 1), (278, 4, height), (279, 4, width * height), (282, 5, ratio), (283, 5, ratio), (296, 3, 2)]
        made += struct.pack("<H", len(fields)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in fields)
        pointer = len(made)
        made += struct.pack("<I", 0)
    return bytes(made)


def made():
    return {"grid.png": png(), "grid.bmp": bmp(), "pages.tif": tiff(), "dot.jpg": JPEG, "dot.webp": WEBP}


def ofd_of_pictures():
    """An OFD file with a picture of each kind on its page."""
    names = sorted(made())
    media = "".join(f'<MultiMedia ID="{n}" Type="Image"><MediaFile>{name}</MediaFile></MultiMedia>' for n, name in enumerate(names))
    images = "".join(f'<ImageObject ID="{n + 20}" ResourceID="{n}" Boundary="{10 + 30 * n} 10 25 60" CTM="25 0 0 60 0 0"/>' for n in range(len(names)))
    parts = [("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"),
             ("Doc_0/Document.xml", '<Document><CommonData><DocumentRes>Res.xml</DocumentRes></CommonData><Pages><Page ID="1" BaseLoc="Page.xml"/></Pages></Document>'),
             ("Doc_0/Res.xml", f"<Res><MultiMedias>{media}</MultiMedias></Res>"), ("Doc_0/Page.xml", f"<Page><Content><Layer>{images}</Layer></Content></Page>")]
    return archive.archive_of(parts + [("Doc_0/" + name, data) for name, data in sorted(made().items())])


def damaged_picture(rng, data):
    """A number of the header, or of a directory, or any bytes."""
    if rng.random() < 0.4 or len(data) < 40:
        return values.damaged(rng, data)
    width, order = rng.choice([2, 4]), rng.choice(["little", "big"])
    most = 64 if rng.random() < 0.6 else len(data)
    at = rng.randrange(max(1, min(len(data), most) - width))
    made = data[:at] + (rng.choice(EXTREME) & (1 << 8 * width) - 1).to_bytes(width, order) + data[at + width:]
    return with_checksums(made) if made.startswith(b"\x89PNG") and rng.random() < 0.8 else made


def with_checksums(data):
    """A PNG whose chunks are right again, as far as their lengths are."""
    made, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at:at + 4], "big")
        if at + 12 + length > len(data):
            break
        body = data[at + 4:at + 8 + length]
        made += data[at:at + 4] + body + struct.pack(">I", zlib.crc32(body))
        at += 12 + length
    return bytes(made) + data[at:]

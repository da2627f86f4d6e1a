"""Archives of kinds that Python has no writer for, without compression: RAR 4 and 5, 7z, cabinet, LHA."""
import gzip
import io
import lzma
import struct
import sys
import tarfile
import zipfile
import zlib


def rar4(entries):
    """By the technical note that comes with RAR 4: blocks of a checksum, type, flags, size."""
    def block(kind, flags, body, data=b""):
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data
    made = b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6))
    for name, data in entries:
        # Both sizes, system, sum, date, version to unpack with, method (0x30: stored), length of the name, attributes.
        body = struct.pack("<IIBIIBBHI", len(data), len(data), 2, zlib.crc32(data), 0x58210000, 20, 0x30, len(name), 0x20) + name
        made += block(0x74, 0x8000, body, data)
    return made + block(0x7B, 0x4000, b"")


def rar5(entries):
    """By the RAR 5.0 archive format: headers of a checksum, and numbers of seven bits a byte."""
    def number(value):
        made = bytearray()
        while True:
            made.append(value & 0x7F | (0x80 if value > 0x7F else 0))
            value >>= 7
            if not value:
                return bytes(made)

    def header(body, data=b""):
        head = number(len(body)) + body
        return struct.pack("<I", zlib.crc32(head)) + head + data
    made = b"Rar!\x1a\x07\x01\x00" + header(number(1) + number(0) + number(0))
    for name, data in entries:
        fields = number(2) + number(2) + number(len(data)) + number(4) + number(len(data)) + number(0o100644) + struct.pack("<I", zlib.crc32(data))
        made += header(fields + number(0) + number(1) + number(len(name)) + name, data)
    return made + header(number(5) + number(0) + number(0))


def sevenzip(entries):
    """By 7zFormat.txt: a folder a file, each copied; names in UTF-16."""
    def number(value):
        return b"\xff" + struct.pack("<Q", value)
    count = number(len(entries))
    packed = b"".join(data for _, data in entries)
    sizes = b"".join(number(len(data)) for _, data in entries)
    pack = b"\x06" + number(0) + count + b"\x09" + sizes + b"\0"
    unpack = b"\x07\x0b" + count + b"\0" + b"\x01\x01\x00" * len(entries) + b"\x0c" + sizes + b"\0"
    sums = b"\x08\x0a\x01" + b"".join(struct.pack("<I", zlib.crc32(data)) for _, data in entries) + b"\0"
    names = b"\0" + b"".join(name.decode().encode("utf-16-le") + b"\0\0" for name, _ in entries)
    header = b"\x01\x04" + pack + unpack + sums + b"\0" + b"\x05" + count + b"\x11" + number(len(names)) + names + b"\0\0"
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", zlib.crc32(start)) + start + packed + header


def cab(entries):
    """By [MS-CAB]: one folder, without sums of its blocks."""
    data = b"".join(content for _, content in entries)
    pieces = [data[at:at + 32768] for at in range(0, len(data), 32768)]
    blocks = b"".join(struct.pack("<IHH", 0, len(piece), len(piece)) + piece for piece in pieces)
    files, at = b"", 0
    for name, content in entries:
        # Bit 7 of the attributes: the name is in UTF-8.
        files += struct.pack("<IIHHHH", len(content), at, 0, 0x5821, 0, 0xA0) + name + b"\0"
        at += len(content)
    first = 36 + 8
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, first + len(files) + len(blocks), 0, first, 0, 3, 1, 1, len(entries), 0, 1, 0)
    return head + struct.pack("<IHH", first + len(files), len(pieces), 0) + files + blocks


def lha(entries):
    """Headers of level 0, method -lh0-."""
    def crc16(data):
        value = 0
        for byte in data:
            value ^= byte
            for _ in range(8):
                value = value >> 1 ^ (0xA001 if value & 1 else 0)
        return value
    made = b""
    for name, data in entries:
        body = b"-lh0-" + struct.pack("<IIIBBB", len(data), len(data), 0x58210000, 0x20, 0, len(name)) + name + struct.pack("<H", crc16(data))
        made += bytes([len(body), sum(body) & 0xFF]) + body + data
    return made + b"\0"


def tar(entries):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, data in entries:
            info = tarfile.TarInfo()
            info.name, info.size = name.decode("utf-8", "surrogateescape"), len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def zipped(entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name.decode(), data)
    return made.getvalue()


MAKERS = {"zip": zipped, "rar4": rar4, "rar5": rar5, "7z": sevenzip, "cab": cab, "lha": lha, "tar": tar, "tar.gz": lambda entries: gzip.compress(tar(entries), mtime=0),
          "tar.xz": lambda entries: lzma.compress(tar(entries))}


if __name__ == "__main__":
    # made_archive.py FORMAT OUTPUT NAME=FILE…
    made = MAKERS[sys.argv[1]]([(name.encode(sys.getfilesystemencoding(), "surrogateescape"), open(path, "rb").read()) for name, _, path in (word.partition("=") for word in sys.argv[3:])])
    open(sys.argv[2], "wb").write(made)

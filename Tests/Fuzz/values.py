"""Values that programs stumble over, and small ways to damage bytes. All chance comes from the generator that is given."""

NUMBERS = [
    b"0", b"-0", b"1", b"-1", b"2", b"3", b"7", b"90", b"255", b"256", b"1000", b"32767", b"32768", b"-32769", b"65535", b"65536", b"999999",
    b"2147483646", b"2147483647", b"2147483648", b"-2147483648", b"-2147483649", b"4294967295", b"4294967296", b"9007199254740993",
    b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808", b"18446744073709551616", b"9" * 40, b"0.0001", b"-0.5",
    b"1e9", b"1e308", b"1e309", b"0." + b"0" * 320 + b"1", b"340282350000000000000000000000000000000", b"1" + b"0" * 309,
]
SIZES = [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 64, 100, 255, 256, 1000, 4096, 20_000]


def number(rng, printed=None):
    """An extreme number, or one that is near `printed`."""
    if printed is not None and rng.random() < 0.3:
        try:
            value = float(printed)
        except ValueError:
            return rng.choice(NUMBERS)
        value = max(-1e100, min(1e100, value))
        value = rng.choice([value + 1, value - 1, -value, value * 10, value / 10, value * 1000, value * 1e6, value / 1e6, value + 0.49])
        return b"%d" % value if value == int(value) else b"%.5f" % value
    return rng.choice(NUMBERS)


def piece(rng, data, most=4096):
    """A start and an end in `data`; short pieces are likelier than long ones."""
    if not data:
        return 0, 0
    start = rng.randrange(len(data))
    return start, min(len(data), start + rng.randint(1, max(1, min(most, rng.choice(SIZES)))))


def flipped(rng, data):
    changed = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4, 16, 64])):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def overwritten(rng, data):
    start, end = piece(rng, data, 64)
    return data[:start] + rng.choice([rng.randbytes(end - start), b"\0" * (end - start), b"\xff" * (end - start)]) + data[end:]


def inserted(rng, data):
    start, _ = piece(rng, data)
    return data[:start] + rng.choice([rng.randbytes(rng.choice(SIZES[1:10])), b"\0" * 16, b"\xff\xfe", number(rng)]) + data[start:]


def removed(rng, data):
    start, end = piece(rng, data)
    return data[:start] + data[end:]


def duplicated(rng, data):
    start, end = piece(rng, data)
    times = rng.choice([1, 1, 2, 10, 100])
    return data[:end] + data[start:end] * times + data[end:]


def moved(rng, data):
    start, end = piece(rng, data)
    rest = data[:start] + data[end:]
    target = rng.randrange(len(rest) + 1)
    return rest[:target] + data[start:end] + rest[target:]


def cut(rng, data):
    return data[:rng.randrange(len(data) + 1)] if rng.random() < 0.8 else data[rng.randrange(len(data) + 1):]


PLAIN = [flipped, flipped, overwritten, inserted, removed, duplicated, moved, cut]


def damaged(rng, data):
    """`data` with one plain damage."""
    return rng.choice(PLAIN)(rng, data)


def spliced(rng, data, other):
    """The beginning of one, the end of the other; or a piece of the other within the one."""
    if rng.random() < 0.5:
        return data[:rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1):]
    at, (start, end) = rng.randrange(len(data) + 1), piece(rng, other, 65536)
    return data[:at] + other[start:end] + data[at:]


def with_match(rng, pattern, data, change):
    """`data` with one match of `pattern` replaced by what `change` makes of it; as it is where nothing matches."""
    matches = list(pattern.finditer(data))
    if not matches:
        return data
    match = rng.choice(matches)
    return data[:match.start()] + change(match) + data[match.end():]

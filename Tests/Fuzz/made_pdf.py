"""Small PDFs with much in them: what the samples lack, and a scan."""
from pdf import PDF, PDFObject

# 3 × 5 dots.
ROWS_OF_DIGITS = ["111101101101111", "010110010010111", "111001111100111", "111001111001111", "101101111001001", "111100111001111", "111100111101111",
                  "111001001001001", "111101111101111", "111101111001111"]


def written(objects):
    return PDF([PDFObject(number, *parts) for number, parts in objects.items()], b"/Root 1 0 R /Info << /Title (made) >>").written()


def vector():
    """Text in fonts of every kind, in a table of lines, with a form, a pattern, a group, pictures, a shading, an annotation."""
    lines = b"".join(b"%d 500 m %d 740 l S 60 %d m 520 %d l S\n" % (60 + 92 * n, 60 + 92 * n, 500 + 48 * n, 500 + 48 * n) for n in range(6))
    cells = b"".join(b"BT /F%d 12 Tf 1 0 0 1 %d %d Tm (%d) Tj ET\n" % (1 + (r + c) % 2, 70 + 92 * c, 515 + 48 * r, 7 * r + c) for r in range(5) for c in range(5))
    wide = b"BT /F3 14 Tf 60 770 Td <00010002> Tj [<0003> -500 <00040005>] TJ ET\nBT /F4 10 Tf 20 0 0 20 40 400 Tm (ab) Tj ET\n"
    rest = (b"q 1 0 0 1 50 300 cm /X1 Do Q\n/Pattern cs /P1 scn 50 200 100 50 re f\n/G1 gs q 30 0 0 30 300 300 cm /I1 Do Q\n/S1 sh\n"
            b"q 20 0 0 20 350 300 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q\n/Span << /ActualText (x) >> BDC BT /F1 9 Tf 3 Tr 60 100 Td (hidden) Tj ET EMC\n")
    cmap = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            b"2 beginbfchar <0001> <4E00> <0002> <4E8C> endbfchar 2 beginbfrange <0003> <0009> <4E09> <000A> <000B> [<0031> <0032>] endbfrange endcmap end end")
    resources = (b"/Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R /F4 10 0 R >> /XObject << /X1 13 0 R /I1 15 0 R >> /Pattern << /P1 14 0 R >> "
                 b"/ExtGState << /G1 << /ca 0.5 /SMask << /S /Luminosity /G 13 0 R >> >> >> /Shading << /S1 16 0 R >> >>")
    return written({
        1: (b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /D >>] >> /OCProperties << /OCGs [] /D << >> >> >>",),
        2: (b"<< /Type /Pages /Kids [3 0 R 18 0 R] /Count 2 /MediaBox [0 0 595 842] >>",),
        3: (b"<< /Type /Page /Parent 2 0 R /Rotate 0 /UserUnit 1.0 /CropBox [0 0 595 842] /Contents [4 0 R 4 0 R] /Annots [17 0 R] " + resources + b" >>",),
        4: (b"<< >>", lines + cells + wide + rest, True),
        5: (b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 48 /LastChar 57 /Widths [556 556 556 556 556 556 556 556 556 556] >>",),
        6: (b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding << /BaseEncoding /MacRomanEncoding /Differences [48 /one /zero /uni4E00] >> >>",),
        7: (b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>",),
        8: (b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [900 1000] 3 9 800] "
            b"/DW2 [880 -1000] /W2 [1 2 -1000 500 880] /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 >> >>",),
        9: (b"<< >>", cmap, True),
        10: (b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 98 /Widths [1 1] /Encoding << /Differences [97 /a /b] >> "
             b"/CharProcs << /a 11 0 R /b 12 0 R >> /Resources << >> >>",),
        11: (b"<< >>", b"1 0 0 0 1 1 d1 0 0 1 1 re f", True),
        12: (b"<< >>", b"1 0 d0 0 0 m 1 1 l S", True),
        13: (b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 60] /Matrix [1 0 0 1 0 0] /Group << /S /Transparency /I true /CS /DeviceGray >> " + resources + b" >>",
             b"0 0 200 60 re S BT /F1 10 Tf 5 5 Td (in a form) Tj ET", True),
        14: (b"<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 /Matrix [1 0 0 1 0 0] " + resources + b" >>",
             b"0 0 5 5 re f BT /F1 4 Tf (1) Tj ET", True),
        15: (b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 3 <000000FFFFFF102030405060>] >>", b"\0\1\2\3" * 16, True),
        16: (b"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 100 100] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [1] >> /Extend [true true] >>",),
        17: (b"<< /Type /Annot /Subtype /FreeText /Rect [400 700 500 720] /DA (/F1 9 Tf) /Contents (note) /AP << /N 13 0 R >> >>",),
        18: (b"<< /Type /Page /Parent 2 0 R /Rotate 90 /Contents 4 0 R " + resources + b" >>",),
    })


def plain():
    """No line drawn: prose in two columns, and on the next page a table whose columns are blanks alone."""
    words = "琥珀市水务局政府信息公开工作年度报告本机关主动公开政府信息三件受理申请两件均已答复没有收取费用一二三四五六七八九十"
    prose = [b"BT /F1 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (60 + 250 * column, 780 - 16 * row, (words[row % 20:] + words)[:22].encode("utf-16-be").hex().encode())
             for row in range(44) for column in range(2)]
    cells = [["项目", "上年数", "本年数", "增减"]] + [[words[4 * row:4 * row + 4], str(37 * row), str(41 * row + 2), str(4 * row + 2)] for row in range(1, 11)]
    table = [b"BT /F1 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (60 + 130 * column, 700 - 20 * row, cell.encode("utf-16-be").hex().encode())
             for row, texts in enumerate(cells) for column, cell in enumerate(texts)]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 7 0 R >> >> >>"
    same = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0020> <00FF> <0020> <4E00> <9FFF> <4E00> endbfrange"
    return written({
        1: (b"<< /Type /Catalog /Pages 2 0 R >>",), 2: (b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",),
        3: (page % 5,), 4: (page % 6,), 5: (b"<< >>", b"".join(prose), True), 6: (b"<< >>", b"".join(table), True),
        7: (b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>",),
        8: (b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 255 500] >>",),
        9: (b"<< >>", same, True),
    })


def scan():
    """One page that is a grey picture: a table of ruled lines with digits in its cells."""
    width, height = 620, 877
    rows = [bytearray(b"\xf4" * width) for _ in range(height)]
    for y in range(100, 420, 40):
        for row in rows[y:y + 2]:
            row[60:560] = b"\x20" * 500
    for x in range(60, 570, 100):
        for row in rows[100:382]:
            row[x:x + 2] = b"\x20" * 2
    for index in range(35):
        left, top = 100 + index % 5 * 100, 110 + index // 5 * 40
        for dot, mark in enumerate(ROWS_OF_DIGITS[index % 10]):
            for row in rows[top + dot // 3 * 4:top + dot // 3 * 4 + 4] if mark == "1" else []:
                row[left + dot % 3 * 4:left + dot % 3 * 4 + 4] = b"\x10" * 4
    return written({
        1: (b"<< /Type /Catalog /Pages 2 0 R >>",), 2: (b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",),
        3: (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",),
        4: (b"<< >>", b"q 595 0 0 842 0 0 cm /I Do Q", True),
        5: (b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray >>" % (width, height), b"".join(rows), True),
    })

import Foundation

/// A PDF file made in memory, for tests that need to know exactly what a page draws.
///
/// Three fonts stand ready on every page:
/// - `F1`: Helvetica, with the widths of Adobe's metrics: `H` 0.722, `i` 0.222, a digit 0.556, a blank 0.278 of the size;
/// - `F2`: every code is a UTF-16 unit and one em wide, ascent 0.88, descent -0.12 (write strings with ``utf16(_:)``);
/// - `F3`: the same, set vertically.
///
/// Everything else is written out in PDF syntax. `$Name` in a dictionary stands for a reference to the object of that name.
///
/// ```swift
/// let pdf = TestPDF(
///     TestPDF.Page("/Form Do", resources: "/XObject << /Form $Form >>"),
///     objects: ["Form": .stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50]", "0 0 10 10 re f")])
/// ```
public struct TestPDF: Sendable {
    public struct Page: Sendable {
        /// Operators in PDF syntax: points, origin at the lower left.
        public var content: String
        public var mediaBox: [Double]
        /// Entries of the resource dictionary besides `/Font`.
        public var resources: String
        /// Fonts besides the three ready ones, as entries of the font dictionary.
        public var fonts: String
        /// Other entries of the page dictionary: `/Rotate 90 /CropBox [0 0 10 10] /UserUnit 2`.
        public var entries: String

        public init(
            _ content: String, mediaBox: [Double] = [0, 0, 200, 100], resources: String = "", fonts: String = "",
            entries: String = ""
        ) {
            self.content = content
            self.mediaBox = mediaBox
            self.resources = resources
            self.fonts = fonts
            self.entries = entries
        }
    }

    public enum Object: Sendable {
        /// Any object in PDF syntax.
        case plain(String)
        /// A stream: its dictionary without `<<`, `>>` and `/Length`, and its content.
        case stream(String, String)
    }

    public var pages: [Page]
    /// By name.
    public var objects: [String: Object]
    /// Entries of the document information dictionary.
    public var info: String
    public var version: String

    public init(_ pages: Page..., objects: [String: Object] = [:], info: String = "", version: String = "1.7") {
        self.init(pages: pages, objects: objects, info: info, version: version)
    }

    public init(pages: [Page], objects: [String: Object] = [:], info: String = "", version: String = "1.7") {
        self.pages = pages
        self.objects = objects
        self.info = info
        self.version = version
    }

    /// A string operand for the fonts F2 and F3.
    public static func utf16(_ text: String) -> String {
        "<" + text.utf16.map { hexadecimal($0) }.joined() + ">"
    }

    /// The file: header, objects, cross-reference table, trailer.
    public var bytes: [UInt8] {
        let pageNames = pages.indices.map { "page \($0 + 1)" }
        var named: [(name: String, object: Object)] = [
            ("catalog", .plain("<< /Type /Catalog /Pages $pages >>")),
            (
                "pages",
                .plain("<< /Type /Pages /Count \(pages.count) /Kids [\(pageNames.map { "$" + $0 }.joined())] >>")
            ),
            ("info", .plain("<< \(info) >>")),
        ]
        named += Self.fonts
        named += objects.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (page, name) in zip(pages, pageNames) {
            named.append((name, .plain(Self.dictionary(of: page, named: name))))
            named.append((name + " content", .stream("", page.content)))
        }
        return Self.file(named, version: version)
    }

    private static func dictionary(of page: Page, named name: String) -> String {
        """
        << /Type /Page /Parent $pages /MediaBox [\(page.mediaBox.map { "\($0)" }.joined(separator: " "))]
        /Resources << /Font << /F1 $Helvetica /F2 $Wide /F3 $Tall \(page.fonts) >> \(page.resources) >>
        /Contents $\(name) content \(page.entries) >>
        """
    }

    private static func file(_ named: [(name: String, object: Object)], version: String) -> [UInt8] {
        // Longer names first: `$page 1 content` is not `$page 1`.
        let references = named.enumerated().map { (name: "$" + $1.name, reference: " \($0 + 1) 0 R ") }
            .sorted { $0.name.count > $1.name.count }
        func resolved(_ text: String) -> String {
            references.reduce(text) { $0.replacingOccurrences(of: $1.name, with: $1.reference) }
        }
        var file = "%PDF-\(version)\n"
        var offsets: [Int] = []
        for (index, entry) in named.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n"
            switch entry.object {
            case .plain(let text):
                file += resolved(text)
            case .stream(let dictionary, let content):
                file += "<< \(resolved(dictionary)) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
            }
            file += "\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(named.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += resolved("trailer\n<< /Size \(named.count + 1) /Root $catalog /Info $info >>\n")
        file += "startxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static let fonts: [(name: String, object: Object)] = [
        (
            "Helvetica",
            .plain("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        ),
        ("Wide", composite("Wide", encoding: "Identity-H")),
        ("Tall", composite("Tall", encoding: "Identity-V")),
        (
            "WideDescendant",
            .plain(
                """
                << /Type /Font /Subtype /CIDFontType2 /BaseFont /Wide /DW 1000 /FontDescriptor $WideDescriptor
                /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>
                """)
        ),
        (
            "WideDescriptor",
            .plain(
                """
                << /Type /FontDescriptor /FontName /Wide /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0
                /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>
                """)
        ),
        ("UTF16", .stream("/Type /CMap", toUnicode(from: "<0000> <FFFF> <0000>"))),
    ]

    private static func composite(_ name: String, encoding: String) -> Object {
        .plain(
            """
            << /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /\(encoding)
            /DescendantFonts [$WideDescendant] /ToUnicode $UTF16 >>
            """)
    }

    /// A CMap that gives the codes of a font their Unicode: one range `<first> <last> <scalar>`.
    public static func toUnicode(from range: String) -> String {
        """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        1 beginbfrange \(range) endbfrange
        endcmap CMapName currentdict /CMap defineresource pop end end
        """
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

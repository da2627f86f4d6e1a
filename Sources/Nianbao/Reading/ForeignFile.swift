internal import FileAccess
internal import OfficeReader
internal import TextReader

/// A file that no reader is for: what it is, and what to do where there is something to do.
package struct ForeignFile: Hashable, Sendable, CustomStringConvertible {
    /// In words: `a program`.
    package var name: String
    package var advice: String?
    /// False for what no agency publishes a report as.
    package var mayHoldReport: Bool

    init(_ name: String, mayHoldReport: Bool = false, advice: String? = nil) {
        (self.name, self.mayHoldReport, self.advice) = (name, mayHoldReport, advice)
    }

    package var description: String {
        advice.map { "\(name), which is not read: \($0)" } ?? "\(name), which is not read"
    }

    /// Of no kind that is known by its content; the ending may tell.
    static func unknown(name: String) -> ForeignFile {
        let ending = InputFormats.ending(of: name)
        if let program = programs[ending] {
            return ForeignFile(
                "a document of \(program)", mayHoldReport: true, advice: "save it as PDF with its program")
        }
        return ForeignFile(
            "data of no kind that is known", mayHoldReport: true,
            advice: "open it with the program it is for, and save it as PDF or DOCX")
    }

    /// Chinese programs for documents whose files have no mark that is known.
    private static let programs = [
        "ceb": "Apabi Reader", "cebx": "Apabi Reader", "caj": "CAJViewer", "kdh": "CAJViewer", "nh": "CAJViewer",
        "gd": "Sursen Reader", "gw": "Sursen Reader", "sep": "Sursen Reader", "pdg": "SSReader", "s92": "Shusheng",
        "s72": "Shusheng", "s2": "Shusheng", "wdl": "DynaDoc", "eis": "Yonyou",
    ]
}

// MARK: By marks in the content

extension ForeignFile {
    /// - Parameter start: as much of the file as is there.
    /// - Returns: nil where nothing in it is known.
    init?(_ start: ArraySlice<UInt8>, name: String) {
        if let package = OfficePackageKind(start) {
            self = Self.package(package)
        } else if let compound = CompoundFile(start) {
            self = Self.compound(compound, name: name)
        } else if let known = Self.marks.first(where: { $0.fits(start) }) {
            self = known.file
        } else if start.starts(with: Array("BM".utf8)), start.dropFirst(6).starts(with: [0, 0, 0, 0]) {
            self = Self.picture("BMP")
        } else {
            return nil
        }
    }

    /// Bytes at a place, each written as the character of its number.
    private struct Mark {
        var offset: Int
        var bytes: [UInt8]
        var file: ForeignFile

        init(_ text: String, at offset: Int = 0, _ file: ForeignFile) {
            (bytes, self.offset, self.file) = (text.unicodeScalars.map { UInt8($0.value) }, offset, file)
        }

        func fits(_ start: ArraySlice<UInt8>) -> Bool { start.dropFirst(offset).starts(with: bytes) }
    }

    private static func picture(_ name: String) -> ForeignFile {
        ForeignFile("a picture (\(name))", mayHoldReport: true, advice: "make a PDF of it if it shows a report")
    }
    private static let presentation = ForeignFile(
        "a presentation", mayHoldReport: true, advice: "save it as PDF if it is a report")
    private static let program = ForeignFile(
        "a program", advice: "if it is an archive that unpacks itself, unpack it")
    private static let sound = ForeignFile("a sound recording")
    private static let film = ForeignFile("a film")
    private static let font = ForeignFile("a font")
    private static let database = ForeignFile("a database", advice: "export what it holds if there is a report in it")

    private static let marks: [Mark] = [
        Mark("\u{89}PNG\r\n", picture("PNG")), Mark("\u{FF}\u{D8}\u{FF}", picture("JPEG")),
        Mark("GIF8", picture("GIF")), Mark("II*\0", picture("TIFF")), Mark("MM\0*", picture("TIFF")),
        Mark("WEBP", at: 8, picture("WebP")), Mark("8BPS", picture("Photoshop")),
        Mark("ftypheic", at: 4, picture("HEIC")), Mark("ftypmif1", at: 4, picture("HEIF")),
        Mark("ftypavif", at: 4, picture("AVIF")), Mark("\0\0\u{1}\0", ForeignFile("an icon")),
        Mark("AT&TFORM", ForeignFile("a DjVu document", mayHoldReport: true, advice: "save it as PDF")),
        Mark("%!PS", ForeignFile("a PostScript document", mayHoldReport: true, advice: "make a PDF of it")),
        Mark("ITSF", ForeignFile("a help file (CHM)", mayHoldReport: true, advice: "unpack the web pages in it")),
        Mark("CD001", at: 32769, ForeignFile("a disc image", mayHoldReport: true, advice: "unpack it")),
        Mark("MZ", program), Mark("\u{7F}ELF", program), Mark("\u{CA}\u{FE}\u{BA}\u{BE}", program),
        Mark("\u{CF}\u{FA}\u{ED}\u{FE}", program), Mark("\0asm", program),
        Mark("ID3", sound), Mark("fLaC", sound), Mark("OggS", sound), Mark("WAVE", at: 8, sound), Mark("#!AMR", sound),
        Mark("#!", program),
        Mark("ftyp", at: 4, film), Mark("AVI ", at: 8, film), Mark("FLV", film), Mark("FWS", film), Mark("CWS", film),
        Mark("\u{1A}\u{45}\u{DF}\u{A3}", film), Mark("\u{30}\u{26}\u{B2}\u{75}\u{8E}\u{66}\u{CF}\u{11}", film),
        Mark("\0\0\u{1}\u{BA}", film), Mark("\0\0\u{1}\u{B3}", film), Mark(".RMF", film),
        Mark("OTTO", font), Mark("\0\u{1}\0\0\0", font), Mark("wOFF", font), Mark("wOF2", font), Mark("ttcf", font),
        Mark("SQLite format 3\0", database), Mark("\0\u{1}\0\0Standard ", database), Mark("PAR1", database),
        Mark("\u{4C}\0\0\0\u{1}\u{14}\u{2}\0", ForeignFile("a shortcut (LNK)")),
        Mark("[InternetShortcut]", ForeignFile("a shortcut to a web page")),
        Mark("[.ShellClassInfo]", ForeignFile("settings of a folder")),
        Mark("\0\0\0\u{1}Bud1", ForeignFile("settings of a folder")),
        Mark("\0\u{5}\u{16}\u{7}", ForeignFile("settings of another file (AppleDouble)")),
    ]

    private static func package(_ kind: OfficePackageKind) -> ForeignFile {
        switch kind {
        case .presentation: presentation
        // Read as what it is; named here only where nobody looks for what is read.
        case .ofd: ForeignFile("an OFD document", mayHoldReport: true)
        case .binaryWorkbook:
            ForeignFile("a binary workbook (XLSB)", mayHoldReport: true, advice: "save it as XLSX")
        case .xps: ForeignFile("an XPS document", mayHoldReport: true, advice: "save it as PDF")
        case .book: ForeignFile("an electronic book (EPUB)", mayHoldReport: true, advice: "unpack the web pages in it")
        case .drawing: ForeignFile("a drawing", mayHoldReport: true, advice: "save it as PDF")
        case .program: program
        }
    }

    private static func compound(_ file: CompoundFile, name: String) -> ForeignFile {
        let names = file.names
        if names.contains("PowerPoint Document") { return presentation }
        if names.contains("VisioDocument") {
            return ForeignFile("a drawing (Visio)", mayHoldReport: true, advice: "save it as PDF")
        }
        if names.contains("__properties_version1.0") {
            return ForeignFile("a mail (Outlook)", mayHoldReport: true, advice: "save what is attached to it")
        }
        if names.contains("Catalog"), FileName(name).last.lowercased() == "thumbs.db" {
            return ForeignFile("small pictures of a folder's files")
        }
        return ForeignFile(
            "an office document of a kind that is not known", mayHoldReport: true, advice: "save it as DOCX or PDF")
    }
}

// MARK: Texts

extension ForeignFile {
    /// - Parameters:
    ///   - start: of a file that is a text, or nothing.
    ///   - name: of the file; a text that is named as one is read, whatever it says.
    /// - Returns: nil for a text that may be a report.
    init?(text start: ArraySlice<UInt8>, name: String) {
        // Cut within a character, the last bytes are none.
        guard let text = try? DecodedText(start).text else {
            self = .unknown(name: name)
            return
        }
        let ending = InputFormats.ending(of: name)
        let beginning = text.drop(while: \.isWhitespace)
        if Self.code.contains(ending) {
            self.init("a text for programs")
        } else if beginning.hasPrefix("{\"") || beginning.hasPrefix("[{\"") || beginning.hasPrefix("{\n") {
            self.init("data for programs (JSON)")
        } else if beginning.hasPrefix("<?xml") || beginning.hasPrefix("<svg") {
            self.init("an XML file of no kind that is known", mayHoldReport: true, advice: "save what it shows as PDF")
        } else if !ending.isEmpty, !text.unicodeScalars.contains(where: Self.isHan) {
            self.init("a text without a Chinese character")
        } else {
            return nil
        }
    }

    /// Endings of texts that are written for programs, whatever language their comments are in.
    private static let code: Set = [
        "css", "less", "scss", "js", "mjs", "ts", "vue", "json", "map", "py", "pyc", "sh", "bat", "cmd", "ps1", "vbs",
        "php", "java", "c", "h", "cpp", "cs", "go", "rs", "swift", "rb", "pl", "sql", "ini", "cfg", "conf", "toml",
        "yaml", "yml", "properties", "lock", "gitignore", "reg", "inf", "log", "svg",
    ]

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }
}

internal import CXlsxWriter

/// A spreadsheet file (Office Open XML) that is written row by row, so that its size does not matter.
///
/// Nothing is on the disk under its name before ``close()``.
public final class Workbook {
    private var book: UnsafeMutablePointer<lxw_workbook>?  // owned until it is closed
    /// In the order in which they were added, which is that of their tabs.
    public private(set) var sheets: [Sheet] = []
    private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

    public init(path: String) throws(WorkbookError) {
        if let cause = Self.loadFailure { throw WorkbookError(cause: cause) }
        // Rows go to temporary files as soon as the next one begins.
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(path, &options) else { throw WorkbookError(cause: "cannot be made") }
        self.book = book
        // Without a date of its own the file would have that of its making: the same data would give other bytes every time.
        var properties = lxw_doc_properties()
        properties.created = 946_684_800
        workbook_set_properties(book, &properties)
    }

    deinit {
        if let book { lxw_workbook_free(book) }
    }

    /// Why libxlsxwriter cannot be used; nil where it is loaded.
    private static let loadFailure: String? = nb_libxlsxwriter_load().map { String(cString: $0) }

    /// Adds a sheet. Its first row stays where it is when the others are scrolled.
    ///
    /// - Parameters:
    ///   - name: at most 31 characters, none of `[]:*?/\`.
    ///   - header: the first row.
    public func addSheet(_ name: String, header: [String]) throws(WorkbookError) -> Sheet {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw WorkbookError(cause: "a sheet cannot be named \(name)")
        }
        worksheet_freeze_panes(sheet, 1, 0)
        if !header.isEmpty { worksheet_set_column(sheet, 0, lxw_col_t(header.count - 1), 14, nil) }
        let added = Sheet(sheet, book: self)
        sheets.append(added)
        try added.append(header.map { SheetCell(.text($0), look: .header) })
        return added
    }

    /// Puts the file together.
    public func close() throws(WorkbookError) {
        guard let book else { return }
        self.book = nil
        let code = workbook_close(book)
        guard code == LXW_NO_ERROR else { throw WorkbookError(code) }
    }

    fileprivate func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        if look == .plain { return nil }
        if let format = formats[look] { return format }
        guard let format = workbook_add_format(book) else { return nil }
        switch look {
        case .plain: break
        case .header: format_set_bold(format)
        case .derived: format_set_italic(format)
        case .doubtful: format_set_bg_color(format, 0xFFEB9C)
        case .reviewed: format_set_bg_color(format, 0xC6EFCE)
        }
        formats[look] = format
        return format
    }
}

/// A sheet of a ``Workbook``, which must live as long as it.
public final class Sheet {
    /// How many rows a sheet holds.
    public static let mostRows = Int(LXW_ROW_MAX)

    private let sheet: UnsafeMutablePointer<lxw_worksheet>  // of the workbook
    private unowned let book: Workbook
    private var row: UInt32 = 0
    /// How many rows it has, the header among them.
    public var rowCount: Int { Int(row) }
    /// How many cells have something in them.
    public private(set) var cellCount = 0

    fileprivate init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, book: Workbook) {
        self.sheet = sheet
        self.book = book
    }

    /// Adds a row. A text that is longer than a cell holds (32,767 characters) is cut.
    public func append(_ cells: [SheetCell]) throws(WorkbookError) {
        guard row < LXW_ROW_MAX else { throw WorkbookError(cause: "more rows than a sheet holds") }
        for (column, cell) in cells.enumerated() {
            let format = book.format(cell.look)
            let code =
                switch cell.value {
                case .none: LXW_NO_ERROR
                case .number(let number): worksheet_write_number(sheet, row, lxw_col_t(column), number, format)
                case .text(let text):
                    worksheet_write_string(
                        sheet, row, lxw_col_t(column), text.utf8.count > 32_767 ? String(text.prefix(10_000)) : text,
                        format)
                }
            guard code == LXW_NO_ERROR else { throw WorkbookError(code) }
            if cell.value != .none { cellCount += 1 }
        }
        row += 1
    }
}

/// What stands in a cell, and how it looks.
public struct SheetCell: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case none
        case text(String)
        case number(Double)
    }

    public var value: Value
    public var look: CellLook

    public init(_ value: Value, look: CellLook = .plain) {
        self.value = value
        self.look = look
    }

    public init(_ text: String?) { self.init(text.map { .text($0) } ?? .none) }
    public init(_ number: Int?) { self.init(number.map { .number(Double($0)) } ?? .none) }
}

/// What a cell's look says.
public enum CellLook: Hashable, Sendable {
    case plain
    /// Bold.
    case header
    /// Italic: worked out, not read.
    case derived
    /// On yellow: in doubt.
    case doubtful
    /// On green: settled by a person.
    case reviewed
}

/// Why a workbook cannot be written.
public struct WorkbookError: Error, Hashable, Sendable {
    public var cause: String

    init(cause: String) { self.cause = cause }

    init(_ code: lxw_error) { cause = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)" }
}

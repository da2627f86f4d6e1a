import DocumentModel
import FileAccess
import TestSupport
import Testing

@testable import PDFReader

/// The fixture is a made page, sealed by `qpdf --encrypt secret owner 256 -- plain.pdf encrypted.pdf`.
@Suite("Encrypted files")
struct EncryptedFileTests {
    private let path = Project.fixture("encrypted.pdf")

    @Test("without a password the error asks for one")
    func none() throws {
        let error = try #require(failure { try PDFDocument(path: path) })
        #expect(error.kind == .passwordNeeded)
        #expect(error.file == path)
        #expect(error.cause == "encrypted; give its password with --password")
    }

    @Test("a wrong password is told from none", arguments: ["", "Secret", "secret ", "密码"])
    func wrong(password: String) throws {
        let error = try #require(failure { try PDFDocument(path: path, password: password) })
        #expect(error.kind == .wrongPassword)
        #expect(error.cause == "encrypted, and the password given does not open it")
    }

    @Test("the user's and the owner's password open it", arguments: ["secret", "owner"])
    func right(password: String) throws {
        let document = try PDFDocument(path: path, password: password)
        #expect(document.pageCount == 1)
        let page = try document.page(1)
        #expect(page.text == "Hi")
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12], [28.66, 50, 2.66, 0, 12]])
        #expect(page.rulings.map(\.position) == [60])
    }

    @Test("the password reaches the facts, the second reading and the drawing", arguments: ["secret", "owner"])
    func otherInterface(password: String) throws {
        let document = try PDFDocument(path: path, password: password)
        #expect(try document.facts().title == "Sealed")
        #expect(try document.layoutReading(page: 1).map(\.text).joined().hasPrefix("Hi"))
        #expect(try document.png(page: 1, resolution: 72).count > 100)
    }

    @Test("the other interface asks for a password too")
    func otherInterfaceRefuses() throws {
        let bytes = try FileBytes(path: path)
        let error = try #require(
            failure { try bytes.withBytes { try GlibDocument($0, file: bytes.name, password: nil) } })
        #expect(error.kind == .passwordNeeded)
        #expect(error.file == path)
    }

    @Test("the other interface refuses a wrong password")
    func otherInterfaceWrong() async {
        // Out of reach today: the document has been opened with the same password before.
        await withKnownIssue("poppler-glib 22.12 reads through a null pointer", isIntermittent: true) {
            await #expect(processExitsWith: .success) {
                let bytes = try FileBytes(path: Project.fixture("encrypted.pdf"))
                #expect(
                    failure { try bytes.withBytes { try GlibDocument($0, file: bytes.name, password: "wrong") } }?.kind
                        == .passwordNeeded)
            }
        }
    }

    @Test("a password for a file that needs none does no harm")
    func needless() throws {
        let file = TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (Hi) Tj ET"))
        #expect(try PDFDocument(made: file, password: "secret").page(1).text == "Hi")
    }
}

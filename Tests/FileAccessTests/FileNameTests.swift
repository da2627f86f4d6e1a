import FileAccess
import Testing

@Suite("File names")
struct FileNameTests {
    @Test(
        "a path has a folder, a last part, a stem and an ending",
        arguments: [
            ("a/b/report.PDF", "a/b", "report.PDF", "report", "pdf"), ("report.pdf", "", "report.pdf", "report", "pdf"),
            ("/report.tar.gz", "", "report.tar.gz", "report.tar", "gz"), ("folder.txt/a", "folder.txt", "a", "a", ""),
            (".txt", "", ".txt", ".txt", ""), ("a/.b.csv", "a", ".b.csv", ".b", "csv"), ("a.", "", "a.", "a", ""),
            ("-", "", "-", "-", ""), ("", "", "", "", ""), ("out/", "out", "out", "out", ""),
        ])
    func parts(path: String, folder: String, last: String, stem: String, ending: String) {
        let name = FileName(path)
        #expect(name.folder == folder)
        #expect(name.last == last)
        #expect(name.stem == stem)
        #expect(name.ending == ending)
    }
}

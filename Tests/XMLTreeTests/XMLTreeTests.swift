import Testing
import XMLTree

@Suite("The tree of an XML document")
struct XMLTreeTests {
    private func tree(_ xml: String, limits: XMLLimits = XMLLimits()) throws -> XMLTree {
        try XMLTree.parsed(
            Array(xml.utf8), prefixes: ["urn:one": "a", "urn:other": "a", "urn:two": "b"], limits: limits)
    }

    @Test("names have the prefixes of their reader, whatever prefixes the document has")
    func prefixes() throws {
        let root = try #require(
            tree(
                "<x:r xmlns:x='urn:one' xmlns='urn:two' x:k='1' k='2'><c/><x:c/><n xmlns=''/><y:c xmlns:y='urn:no'/></x:r>"
            ).root)
        #expect(root.name == "a:r" && root["a:k"] == "1" && root["k"] == "2" && root["b:k"] == nil)
        #expect(root.elements.map(\.name) == ["b:c", "a:c", "n", "?:c"])
        #expect(try tree("<r xmlns='urn:other'/>").root?.name == "a:r")
    }

    @Test("for a reader who does not ask for namespaces names have no prefixes")
    func noPrefixes() throws {
        let xml = "<x:r xmlns:x='urn:one' x:k='1'><c xmlns='urn:no'/><n/><u:d/></x:r>"
        let root = try #require(try XMLTree.parsed(Array(xml.utf8), prefixes: [:], otherPrefix: nil).root)
        #expect(root.name == "r" && root["k"] == "1")
        #expect(root.elements.map(\.name) == ["c", "n", "d"])
    }

    @Test("text is one piece between two tags, with references and marked sections resolved")
    func text() throws {
        let root = try #require(tree("<r>甲&amp;&#x4E59;<![CDATA[<丙>]]><!-- 丁 --><c>戊</c> </r>").root)
        var pieces: [String] = []
        for case .text(let piece) in root.children { pieces.append(piece) }
        #expect(pieces == ["甲&乙<丙>", " "])
        #expect(root.text == "甲&乙<丙>戊 ")
        #expect(root.first("c")?.text == "戊" && root.first("d") == nil)
        #expect(root.descendants.map(\.name) == ["c"])
    }

    @Test("a document that breaks off is read up to there, and says so")
    func broken() throws {
        let tree = try tree("<r><c>1</c><c>2</d></r>")
        #expect(tree.root?.elements.map(\.text) == ["1", "2"])
        #expect(tree.damage?.isEmpty == false)
        #expect(try self.tree("<r/>").damage == nil)
        #expect(try self.tree("<r><c>1</c><c").damage != nil)
    }

    @Test(
        "a document type declaration is refused, and no entity is resolved",
        arguments: [
            "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><r>&b;</r>",
            "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><r>&f;</r>",
            "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/r.dtd'><r/>",
            "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><r/>",
        ])
    func documentType(xml: String) throws {
        let error = #expect(throws: XMLTreeError.self) { try tree(xml) }
        #expect(error?.cause == "it has a document type declaration")
    }

    @Test("an entity that nobody declared is an error, not text")
    func undeclared() throws {
        let tree = try tree("<r><c>1</c>&f;</r>")
        #expect(tree.root?.text == "1" && tree.damage != nil)
    }

    @Test("nesting, elements and bytes are limited")
    func limits() throws {
        let deep = try tree(String(repeating: "<c>", count: 100_000))
        #expect(deep.root?.descendants.map(\.name).count ?? 0 < 256 && deep.damage != nil)
        var few = XMLLimits()
        few.nodes = 10
        #expect(
            try tree("<r>" + String(repeating: "<c/>", count: 20) + "</r>", limits: few).damage
                == "more than 10 elements")
        few.size = 8
        #expect(throws: XMLTreeError.self) { try tree("<r></r>  ", limits: few) }
    }

    @Test("what is no XML has no tree", arguments: ["", " ", "text", "%PDF-1.7", "\u{0}\u{1}"])
    func noXML(text: String) { #expect(throws: XMLTreeError.self) { try tree(text) } }

    @Test("encodings are those that the document declares")
    func encodings() throws {
        let utf16: [UInt8] =
            [0xFF, 0xFE]
            + "<?xml version='1.0' encoding='UTF-16'?><r>甲</r>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try XMLTree.parsed(utf16, prefixes: [:]).root?.text == "甲")
    }
}

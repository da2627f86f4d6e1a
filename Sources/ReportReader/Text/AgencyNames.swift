internal import DocumentModel
internal import ReportForms
internal import ReportStandard

extension ReportWords.Agencies {
    /// True for what may be an agency's name: no word that names nobody in particular (我局, 主管部门, “title”), and nothing that holds
    /// words of pages and reports.
    func mayName(_ text: String) -> Bool {
        let name = simplifiedNames(foldedWithoutBlanks(text))
        return name.unicodeScalars.count { 0x4E00...0x9FFF ~= $0.value } >= 2 && speaker(of: name) == nil
            && !nobodies.contains(name) && !noBeginnings.contains(where: name.hasPrefix)
            && !notInNames.contains(where: name.contains)
    }

    /// True for a name that says which body of which place it is.
    func isWholeName(_ text: String) -> Bool {
        let name = simplifiedNames(foldedWithoutBlanks(text))
        return mayName(name) && organs.contains(where: name.hasSuffix) && beginsWithPlace(name)
    }

    /// True for a name that begins with a place, or with a national body whose local offices are named after it.
    func beginsWithPlace(_ text: String) -> Bool {
        let name = simplifiedNames(foldedWithoutBlanks(text))
        return nationalBodies.contains(where: name.hasPrefix) || !AgencyPlaces(name, words: self).places.isEmpty
    }

    /// True for what is nothing but the beginning of a name: places, or a national body.
    func isBeginning(_ text: String) -> Bool {
        let name = simplifiedNames(text)
        return nationalBodies.contains(name) || AgencyPlaces(name, words: self).places.joined() == name
    }

    /// How an agency speaks of itself: 局 of 我局 and 本局; nil for other words.
    func speaker(of text: String) -> String? {
        guard text.first == "我" || text.first == "本" else { return nil }
        let word = String(text.dropFirst())
        return speakers[word] == nil ? nil : word
    }

    /// False for an agency that cannot be the one that speaks of itself as `speaker`: 我县 is no bureau.
    func mayBe(_ name: String, speaker: String?) -> Bool {
        guard let speaker, let endings = speakers[speaker], !endings.isEmpty else { return true }
        return endings.contains(where: simplifiedNames(name).hasSuffix)
    }
}

/// The text in simplified characters, character by character.
func simplifiedNames(_ text: String) -> String {
    var simple = String.UnicodeScalarView()
    simple.append(contentsOf: text.unicodeScalars.lazy.map(simplifiedName))
    return String(simple)
}

/// What stands in `text` where its simplified form has `name`.
func printedName(_ name: String, in text: String, simplified simple: String) -> String {
    guard text != simple, let range = simple.range(ofWord: name) else { return name }
    let start = simple.distance(from: simple.startIndex, to: range.lowerBound)
    return String(text.dropFirst(start).prefix(name.count))
}

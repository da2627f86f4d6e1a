/// Which report stands for an agency's year: of several the first. `Place` is where it is found.
package struct AgencyYears<Place: Hashable & Sendable>: Sendable {
    private struct Key: Hashable {
        var agency: AgencyName
        var year: Int
    }

    private var first: [Key: Place] = [:]

    package init() {}

    /// Adds a report; one without agency or year stands for nothing.
    package mutating func add(_ place: Place, agency: String?, year: Int?) {
        guard let key = Self.key(agency, year), first[key] == nil else { return }
        first[key] = place
    }

    /// What a report is compared with: the one that stands for its own year, or, where it does so itself, the one of the year before.
    package func others(of place: Place, agency: String?, year: Int?) -> (twin: Place?, before: Place?) {
        guard let key = Self.key(agency, year), let standing = first[key] else { return (nil, nil) }
        if standing != place { return (standing, nil) }
        return (nil, first[Key(agency: key.agency, year: key.year - 1)])
    }

    private static func key(_ agency: String?, _ year: Int?) -> Key? {
        guard let agency, let year else { return nil }
        return Key(agency: AgencyName(agency), year: year)
    }
}

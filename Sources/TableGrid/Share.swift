extension Int {
    /// True where it is this share of `whole` or more; exact for shares such as 0.6, which have no exact binary value.
    func isAtLeast(_ share: Double, of whole: Int) -> Bool { Double(self) >= share * Double(whole) - rounding }

    /// True where it is more than this share of `whole`.
    func isMoreThan(_ share: Double, of whole: Int) -> Bool { Double(self) > share * Double(whole) + rounding }
}

/// Far below what one of a count adds, far above what a product of Doubles loses.
private let rounding = 1e-9

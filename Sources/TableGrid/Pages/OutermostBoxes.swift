internal import DocumentModel

extension [Box] {
    /// Indexes of those whose middles lie in no larger one.
    var outermost: [Int] {
        indices.filter { inner in
            !indices.contains { outer in
                outer != inner && self[outer].contains(self[inner].center) && self[outer].area > self[inner].area
            }
        }
    }
}

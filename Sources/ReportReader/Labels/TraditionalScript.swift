/// The simplified form of a traditional ideograph, for labels of mirrored copies; other characters as they are.
///
/// Holds the ideographs that the wordings of the statutory forms use, by the Unihan database's `kSimplifiedVariant`.
func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { simplifiedForms[scalar] ?? scalar }

private let simplifiedForms: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
        "萬業爲為舉於會體關內決況減齣製辦務動區華單捲發髮隻祇號閤後國處復複覆審傢對屬廢開強當噹總執護報據數無機權條構沒現確祕"
            .unicodeScalars,
        "万业为为举于会体关内决况减出制办务动区华单卷发发只只号合后国处复复复审家对属废开强当当总执护报据数无机权条构没现确秘"
            .unicodeScalars)
).merging(
    zip(
        "穩類係繫糾納組織經結繼續維繳罰範獲穫補規計認議許訟訪訴試詢請購費轉過這進採寀問項題額"
            .unicodeScalars,
        "稳类系系纠纳组织经结继续维缴罚范获获补规计认议许讼访诉试询请购费转过这进采采问项题额"
            .unicodeScalars)
) { first, _ in first }

/// A second engine that reads figures alone: independent of the first, so that both seldom err in the same way.
public protocol FigureReader: AnyObject {
    /// Name and version: what has been read by another is read again.
    var identity: String { get }

    /// What each of `crops` says, digits and signs only; empty where nothing is recognised.
    ///
    /// - Throws: ``RecognitionError`` where the engine is not there, or does not work.
    func figures(_ crops: [Crop]) throws(RecognitionError) -> [String]
}

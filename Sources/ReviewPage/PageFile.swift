/// A file that the page is made of.
package struct PageFile: Sendable {
    package var type: String
    package var bytes: [UInt8]

    /// By the name under which the page asks for it; the page itself has none.
    package static let all: [String: PageFile] = [
        "": PageFile(type: "text/html; charset=utf-8", bytes: PackageResources.review_html),
        "review.css": PageFile(type: "text/css; charset=utf-8", bytes: PackageResources.review_css),
        "review.js": script(PackageResources.review_js), "words.js": script(PackageResources.words_js),
        "sums.js": script(PackageResources.sums_js), "report.js": script(PackageResources.report_js),
        "picture.js": script(PackageResources.picture_js), "dom.js": script(PackageResources.dom_js),
        "overview.js": script(PackageResources.overview_js), "panel.js": script(PackageResources.panel_js),
    ]

    private static func script(_ bytes: [UInt8]) -> PageFile {
        PageFile(type: "text/javascript; charset=utf-8", bytes: bytes)
    }
}

// swift-tools-version: 6.2
import PackageDescription

/// The version of everything that is made here: tool, library, packages. All else asks for it.
let version = "0.1.0"
/// The commit that a package is built from; whoever builds one says it. Not asked of git, which knows of no change that is to come.
let commit = Context.environment["NIANBAO_COMMIT"] ?? ""

// Warnings are errors in CI only: a new compiler's new warning must not keep anyone from building.
let isStrict = Context.environment["CI"] != nil
let swiftSettings: [SwiftSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []
let cxxSettings: [CXXSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []

/// Every arrow points down: a target sees only what stands below it.
let package = Package(
    name: "nianbao",
    products: [
        .executable(name: "nianbao", targets: ["Tool"]),
        .library(
            name: "Nianbao",
            targets: ["Nianbao", "Decisions", "FileAccess", "ReportReader", "ReportForms", "ReportStandard"]),
        .library(name: "TableGrid", targets: ["TableGrid", "DocumentModel"]),
        .library(name: "TableSums", targets: ["TableSums", "DocumentModel"]),
        .library(name: "PDFReader", targets: ["PDFReader", "FileAccess", "DocumentModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-subprocess", from: "1.0.0", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .executableTarget(
            name: "Tool",
            dependencies: [
                "Review", "ArchiveConversion", "Decisions", "Nianbao", "ReportReader", "ReportForms", "ReportStandard",
                "TableGrid", "FileAccess", "DocumentModel", "Posix", "CBuild",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "Review",
            dependencies: [
                "ReviewPage", "ArchiveConversion", "Decisions", "Nianbao", "ReportReader", "ReportForms",
                "ReportStandard", "SheetWriter", "FileAccess", "DocumentModel",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(name: "ReviewPage", resources: [.embedInCode("Resources")]),
        .target(
            name: "ArchiveConversion",
            dependencies: [
                "Decisions", "Nianbao", "ReportReader", "ReportForms", "ReportStandard", "PDFReader", "ArchiveFiles",
                "ArchiveReader", "FileAccess", "SheetWriter", "Posix",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.embedInCode("Resources")]),
        .target(
            name: "Nianbao",
            dependencies: [
                "ReportReader", "ReportForms", "ReportStandard", "TableGrid", "TableSums", "PDFReader", "ScanReader",
                "OCR", "Tesseract", "TextReader", "OfficeReader", "LibreOffice", "ArchiveFiles", "ArchiveReader",
                "OFDReader", "PageCanvas", "ImageCleaning", "FileAccess", "DocumentModel", "Posix",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "Decisions",
            dependencies: ["ReportReader", "ReportForms", "ReportStandard", "DocumentModel", "FileAccess"]),
        .target(name: "ReportReader", dependencies: ["ReportForms", "ReportStandard", "DocumentModel"]),
        .target(name: "TextReader", dependencies: ["DocumentModel", "HTMLTree", "Posix"]),
        .target(name: "OfficeReader", dependencies: ["DocumentModel", "XMLTree", "ZipReader", "Ciphers"]),
        .target(name: "LibreOffice", dependencies: ["FileAccess", "Posix"]),
        .target(
            name: "OFDReader", dependencies: ["DocumentModel", "ImageCleaning", "XMLTree", "ZipReader", "CFreeType"]),
        .target(name: "TableGrid", dependencies: ["DocumentModel"], resources: [.embedInCode("Resources")]),
        .target(name: "TableSums", dependencies: ["DocumentModel"], resources: [.embedInCode("Resources")]),
        .target(
            name: "ReportForms", dependencies: ["ReportStandard", "DocumentModel"],
            resources: [.embedInCode("Resources")]),
        .target(name: "ReportStandard", dependencies: ["DocumentModel"], resources: [.embedInCode("Resources")]),
        .target(
            name: "PDFReader",
            dependencies: ["DocumentModel", "FileAccess", "Posix", "PageCanvas", "PopplerContent", "CPoppler"]),
        .target(name: "ScanReader", dependencies: ["TableGrid", "ImageCleaning", "OCR", "DocumentModel"]),
        .target(name: "OCR", dependencies: ["DocumentModel", "Posix"], resources: [.embedInCode("Resources")]),
        .target(name: "DocumentModel", dependencies: ["Posix"]),
        .target(name: "Posix"),

        // C, seen by FileAccess and Ciphers only.
        .target(name: "FileAccess", dependencies: ["Posix", "CNettle"]),
        .target(name: "Ciphers", dependencies: ["CNettle"]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

        // C, seen by ImageCleaning only.
        .target(name: "ImageCleaning", dependencies: ["DocumentModel", "CLeptonica"]),
        .target(name: "CLeptonica", dependencies: ["CDeferred"]),

        // C, seen by Tesseract only.
        .target(name: "Tesseract", dependencies: ["OCR", "Posix", "CTesseract"]),
        .target(name: "CTesseract", dependencies: ["CDeferred"]),

        // C, seen by HTMLTree and XMLTree only.
        .target(name: "HTMLTree", dependencies: ["CLibXML2"]),
        .target(name: "XMLTree", dependencies: ["CLibXML2"]),
        .target(name: "CLibXML2", dependencies: ["CDeferred"]),

        .target(name: "ZipReader", dependencies: ["ArchiveReader"]),
        .target(name: "ArchiveFiles", dependencies: ["ArchiveReader", "TextReader", "FileAccess"]),

        // C, seen by ArchiveReader only.
        .target(name: "ArchiveReader", dependencies: ["CLibArchive"]),
        .target(name: "CLibArchive", dependencies: ["CDeferred"]),

        // C, seen by SheetWriter only.
        .target(name: "SheetWriter", dependencies: ["CXlsxWriter"]),
        .target(name: "CXlsxWriter", dependencies: ["CDeferred"]),

        // C, seen by OFDReader only.
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),

        // C, seen by PDFReader and PageCanvas only.
        .target(name: "PageCanvas", dependencies: ["DocumentModel", "CPoppler"]),
        .target(name: "PopplerContent", dependencies: ["CPopplerCore"]),
        .systemLibrary(
            name: "CPopplerCore", pkgConfig: "poppler",
            providers: [.apt(["libpoppler-private-dev", "poppler-data"])]),
        .target(name: "CPoppler", dependencies: ["CDeferred"]),

        // C libraries that are loaded when they are first needed, not linked.
        .target(name: "CDeferred", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        // What the tool was built from.
        .target(
            name: "CBuild",
            cSettings: [
                .define("NIANBAO_VERSION", to: "\"\(version)\""), .define("NIANBAO_COMMIT", to: "\"\(commit)\""),
            ]),

        // What tests share, and the tests of each module.
        .target(name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport"),
        .testTarget(name: "DocumentModelTests", dependencies: ["DocumentModel", "TestSupport"]),
        .testTarget(
            name: "OFDReaderTests", dependencies: ["OFDReader", "FileAccess", "DocumentModel", "TestSupport"]),
        .testTarget(name: "FileAccessTests", dependencies: ["FileAccess", "TestSupport"]),
        .testTarget(name: "PDFReaderTests", dependencies: ["PDFReader", "FileAccess", "DocumentModel", "TestSupport"]),
        .testTarget(name: "ImageCleaningTests", dependencies: ["ImageCleaning", "DocumentModel", "TestSupport"]),
        .testTarget(name: "OCRTests", dependencies: ["OCR", "DocumentModel"]),
        .testTarget(name: "ScanReaderTests", dependencies: ["ScanReader", "ImageCleaning", "OCR", "DocumentModel"]),
        .testTarget(name: "TableGridTests", dependencies: ["TableGrid", "DocumentModel", "TestSupport"]),
        .testTarget(name: "TableSumsTests", dependencies: ["TableSums", "DocumentModel"]),
        .testTarget(name: "ReportStandardTests", dependencies: ["ReportStandard", "DocumentModel"]),
        .testTarget(name: "ReportFormsTests", dependencies: ["ReportForms", "ReportStandard"]),
        .testTarget(name: "CiphersTests", dependencies: ["Ciphers"]),
        .testTarget(name: "LibreOfficeTests", dependencies: ["LibreOffice", "TestSupport"]),
        .testTarget(name: "ArchiveFilesTests", dependencies: ["ArchiveFiles", "ArchiveReader", "TestSupport"]),
        .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree"]),
        .testTarget(name: "OfficeReaderTests", dependencies: ["OfficeReader", "DocumentModel", "TestSupport"]),
        .testTarget(
            name: "ReportReaderTests",
            dependencies: [
                "ReportReader", "ReportForms", "ReportStandard", "TextReader", "DocumentModel", "TestSupport",
            ]),
        .testTarget(
            name: "DecisionsTests",
            dependencies: ["Decisions", "ReportReader", "ReportForms", "ReportStandard", "FileAccess", "TestSupport"]),
        .testTarget(
            name: "ReviewTests",
            dependencies: [
                "Review", "ReviewPage", "ArchiveConversion", "Decisions", "Nianbao", "ReportForms", "ReportStandard",
                "FileAccess", "DocumentModel", "TestSupport",
            ]),
        .testTarget(name: "HTMLTreeTests", dependencies: ["HTMLTree"]),
        .testTarget(name: "TextReaderTests", dependencies: ["TextReader", "DocumentModel", "TestSupport"]),
        .testTarget(
            name: "NianbaoTests",
            dependencies: [
                "Nianbao", "ReportForms", "ReportStandard", "FileAccess", "PDFReader", "ScanReader", "OCR", "TableGrid",
                "DocumentModel", "TestSupport",
            ]),
        .testTarget(
            name: "ArchiveConversionTests",
            dependencies: [
                "ArchiveConversion", "Nianbao", "DocumentModel", "FileAccess", "ReportForms", "ReportReader",
                "ReportStandard", "SheetWriter", "TestSupport", "ArchiveReader",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "ToolTests",
            dependencies: ["Tool", "Nianbao", "ReportStandard", "OCR", "PDFReader", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx20
)

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + swiftSettings
    target.cxxSettings = (target.cxxSettings ?? []) + cxxSettings
}

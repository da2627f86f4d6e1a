// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in CI only: a new compiler's new warning must not keep anyone from building.
let isStrict = Context.environment["CI"] != nil
let swiftSettings: [SwiftSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []
let cxxSettings: [CXXSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []

/// Every arrow points down: a target sees only what stands below it.
let package = Package(
    name: "nianbao",
    products: [
        .executable(name: "nianbao", targets: ["nianbao"]),
        .library(
            name: "Nianbao", targets: ["Conversion", "FileAccess", "ReportReader", "ReportForms", "ReportStandard"]),
        .library(name: "TableGrid", targets: ["TableGrid", "DocumentModel"]),
        .library(name: "PDFReader", targets: ["PDFReader", "FileAccess", "DocumentModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-subprocess", from: "1.0.0", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        .executableTarget(
            name: "nianbao",
            dependencies: [
                "Archive", "Conversion", "FileAccess", "Posix", "ReportReader",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "Archive",
            dependencies: [
                "Conversion", "FileAccess", "PDFReader", "Posix", "ReportReader", "SheetWriter", "TextReader",
                "ZipReader",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.embedInCode("Resources")]),
        .target(
            name: "Conversion",
            dependencies: [
                "FileAccess", "Posix", "PDFReader", "ScanReader", "OCR", "Tesseract", "TextReader",
                "OfficeReader", "TableGrid", "ReportReader",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "ReportReader", dependencies: ["TableGrid", "ReportForms", "ReportStandard"]),
        .target(name: "TextReader", dependencies: ["DocumentModel", "HTMLTree", "Posix"]),
        .target(name: "OfficeReader", dependencies: ["DocumentModel", "XMLTree", "ZipReader"]),
        .target(name: "TableGrid", dependencies: ["DocumentModel"], resources: [.embedInCode("Resources")]),
        .target(name: "ReportForms", dependencies: ["ReportStandard"], resources: [.embedInCode("Resources")]),
        .target(name: "ReportStandard", dependencies: ["DocumentModel"], resources: [.embedInCode("Resources")]),
        .target(name: "PDFReader", dependencies: ["DocumentModel", "FileAccess", "PopplerContent", "CPoppler"]),
        .target(name: "ScanReader", dependencies: ["TableGrid", "ImageCleaning", "OCR", "Posix"]),
        .target(name: "OCR", dependencies: ["DocumentModel", "Posix"], resources: [.embedInCode("Resources")]),
        .target(name: "DocumentModel", dependencies: ["Posix"]),
        .target(name: "Posix"),

        // C, seen by FileAccess only.
        .target(name: "FileAccess", dependencies: ["Posix", "CNettle"]),
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

        // C, seen by ZipReader only.
        .target(name: "ZipReader", dependencies: ["CLibArchive"]),
        .target(name: "CLibArchive", dependencies: ["CDeferred"]),

        // C, seen by SheetWriter only.
        .target(name: "SheetWriter", dependencies: ["CXlsxWriter"]),
        .target(name: "CXlsxWriter", dependencies: ["CDeferred"]),

        // C, seen by PDFReader only.
        .target(name: "PopplerContent", dependencies: ["CPopplerCore"]),
        .systemLibrary(
            name: "CPopplerCore", pkgConfig: "poppler",
            providers: [.apt(["libpoppler-private-dev", "poppler-data"])]),
        .target(name: "CPoppler", dependencies: ["CDeferred"]),

        // C libraries that are loaded when they are first needed, not linked.
        .target(name: "CDeferred", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        // What tests share, and the tests of each module.
        .target(name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport"),
        .testTarget(name: "DocumentModelTests", dependencies: ["DocumentModel", "TestSupport"]),
        .testTarget(name: "FileAccessTests", dependencies: ["FileAccess", "TestSupport"]),
        .testTarget(name: "PDFReaderTests", dependencies: ["PDFReader", "FileAccess", "TestSupport"]),
        .testTarget(name: "ImageCleaningTests", dependencies: ["ImageCleaning", "DocumentModel"]),
        .testTarget(name: "OCRTests", dependencies: ["OCR", "DocumentModel"]),
        .testTarget(name: "ScanReaderTests", dependencies: ["ScanReader", "ImageCleaning", "OCR", "DocumentModel"]),
        .testTarget(name: "TableGridTests", dependencies: ["TableGrid", "TestSupport"]),
        .testTarget(name: "ReportStandardTests", dependencies: ["ReportStandard"]),
        .testTarget(name: "ReportFormsTests", dependencies: ["ReportForms"]),
        .testTarget(name: "ReportReaderTests", dependencies: ["ReportReader", "TextReader", "TestSupport"]),
        .testTarget(name: "HTMLTreeTests", dependencies: ["HTMLTree"]),
        .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree"]),
        .testTarget(name: "OfficeReaderTests", dependencies: ["OfficeReader", "DocumentModel", "TestSupport"]),
        .testTarget(name: "TextReaderTests", dependencies: ["TextReader", "TestSupport"]),
        .testTarget(
            name: "ConversionTests",
            dependencies: [
                "Conversion", "FileAccess", "PDFReader", "ScanReader", "OCR", "TableGrid", "TestSupport",
            ]),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "Conversion", "DocumentModel", "FileAccess", "ReportForms", "ReportReader",
                "ReportStandard", "SheetWriter", "TestSupport", "ZipReader",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "ToolTests", dependencies: ["nianbao", "Conversion", "OCR", "PDFReader", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx20
)

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + swiftSettings
    target.cxxSettings = (target.cxxSettings ?? []) + cxxSettings
}

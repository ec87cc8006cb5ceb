// swift-tools-version: 6.2
import PackageDescription

// One section a target, from the lowest layer up. Declared dependencies are the only imports:
// `RepositoryTests` reads every `import` and compares it with this file.

let package = Package(
  name: "colophon",
  products: [
    .executable(name: "colophon", targets: ["colophon"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "CCatalogueData",
      exclude: ["data"],
      publicHeadersPath: "include"),
    .target(name: "Manuscripts"),
    .target(name: "LatexSyntax", dependencies: ["Manuscripts"]),
    .target(name: "MarkdownSyntax", dependencies: ["Manuscripts", "CCmark"]),
    .target(name: "ModelCatalogue", dependencies: ["CCatalogueData"]),
    .target(name: "ReuseDetection", dependencies: ["Manuscripts", "ModelCatalogue"]),
    .target(name: "ReportingRules", dependencies: ["Manuscripts", "ReuseDetection"]),
    .target(
      name: "ManuscriptAnalysis",
      dependencies: [
        "LatexSyntax", "Manuscripts", "MarkdownSyntax", "ModelCatalogue", "ReportingRules", "ReuseDetection",
      ]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Submissions",
      dependencies: ["CZlib", "LatexSyntax", "ManuscriptAnalysis", "Manuscripts", "MarkdownSyntax"]),
    .target(
      name: "ManuscriptFiles",
      dependencies: [
        "LatexSyntax", "ManuscriptAnalysis", "Manuscripts", "ReportingRules", "Submissions",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "LanguageServerWire", "ManuscriptAnalysis", "Manuscripts", "ModelCatalogue", "ReportingRules", "ReuseDetection",
        "Submissions",
      ]),
    .target(name: "LanguageServerWire"),
    .target(
      name: "LanguageServer",
      dependencies: [
        "LanguageServerWire", "LatexSyntax", "ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts", "ModelCatalogue",
        "ReportingRules", "Reports", "ReuseDetection",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "colophon",
      dependencies: [
        "LanguageServer", "ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts", "ModelCatalogue", "ReportingRules",
        "Reports", "Submissions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "measure", dependencies: ["ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts"]),
    .executableTarget(
      name: "generate",
      dependencies: [
        "LanguageServer", "ManuscriptAnalysis", "ManuscriptFiles", "ModelCatalogue", "ReportingRules", "Reports",
        "ReuseDetection",
      ]),
    .target(
      name: "TestSupport", dependencies: ["LanguageServerWire", "ManuscriptAnalysis", "Manuscripts", "ReuseDetection"],
      path: "Tests/TestSupport"),
    // Tests name every module whose values they look into, also where another hands them over: a build that goes on
    // from an earlier one compiles them anew only when a named module changes.
    .testTarget(
      name: "LatexSyntaxTests",
      dependencies: ["LatexSyntax", "ManuscriptAnalysis", "Manuscripts", "ReuseDetection", "TestSupport"]),
    .testTarget(
      name: "MarkdownSyntaxTests",
      dependencies: ["ManuscriptAnalysis", "Manuscripts", "MarkdownSyntax", "ReuseDetection", "TestSupport"]),
    .testTarget(name: "ModelCatalogueTests", dependencies: ["ModelCatalogue"]),
    .testTarget(
      name: "ReuseDetectionTests",
      dependencies: [
        "LatexSyntax", "ManuscriptAnalysis", "Manuscripts", "MarkdownSyntax", "ReuseDetection", "TestSupport",
      ]),
    .testTarget(
      name: "ManuscriptAnalysisTests",
      dependencies: [
        "LatexSyntax", "ManuscriptAnalysis", "Manuscripts", "MarkdownSyntax", "ReportingRules", "ReuseDetection",
        "TestSupport",
      ]),
    .testTarget(
      name: "ReportingRulesTests",
      dependencies: ["ManuscriptAnalysis", "Manuscripts", "ReportingRules", "Reports", "ReuseDetection", "TestSupport"]),
    .testTarget(
      name: "FixTests",
      dependencies: [
        "ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts", "ReportingRules", "ReuseDetection", "TestSupport",
      ]),
    .testTarget(
      name: "ManuscriptFilesTests",
      dependencies: ["ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts", "ReuseDetection", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "LanguageServerWire", "ManuscriptAnalysis", "Manuscripts", "Reports", "TestSupport", "colophon",
      ], exclude: ["attack_archives.py", "terminal.py"]),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "LanguageServerWire", "ManuscriptAnalysis", "ManuscriptFiles", "Manuscripts",
        "ReportingRules", "Reports", "ReuseDetection", "TestSupport", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "RepositoryTests", dependencies: ["LanguageServer", "ReportingRules", "Reports", "ReuseDetection"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

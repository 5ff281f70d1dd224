// swift-tools-version: 6.2
// Kadry: archives of Vietnamese news in, a graph of posts with evidence out.
// No package dependencies by design: the toolchain and system C libraries only.
import PackageDescription

let strict: [SwiftSetting] = [.strictMemorySafety()]

/// A room of the house: imports go from a room to the rooms named here, never back.
func room(_ name: String, uses: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: uses.map { .byName(name: $0) },
    swiftSettings: strict)
}

func systemLibrary(_ name: String, _ pkg: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkg, providers: [.apt([apt]), .brew([brew])])
}

func tests(_ name: String, of uses: [String]) -> Target {
  .testTarget(name: name, dependencies: uses.map { .byName(name: $0) })
}

let package = Package(
  name: "kadry",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "KadryReading", targets: ["KadryReading"]),
    .library(name: "KadryKit", targets: ["KadryKit"]),
    .executable(name: "kadry", targets: ["KadryCLI"]),
    .executable(name: "kadry-bench", targets: ["KadryBench"]),
  ],
  targets: [
    systemLibrary("CSQLite", "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    systemLibrary("CArchive", "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    systemLibrary("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
    systemLibrary("CCrypto", "libcrypto", apt: "libssl-dev", brew: "openssl@3"),

    room("KadryText"),
    room("KadryLexicon", uses: ["KadryText"]),
    room("KadryPatterns", uses: ["KadryText", "KadryLexicon"]),
    room("KadryReading", uses: ["KadryText", "KadryLexicon", "KadryPatterns"]),
    room("KadryGraph", uses: ["KadryText", "KadryLexicon", "KadryReading"]),
    room("KadryStore", uses: ["KadryText", "KadryLexicon", "KadryReading", "KadryGraph", "CSQLite"]),
    room("KadryArchive", uses: ["KadryText", "CArchive", "CZlib", "CCrypto"]),
    room("KadryExport", uses: ["KadryText", "KadryReading", "KadryGraph"]),
    room(
      "KadryEngine",
      uses: [
        "KadryText", "KadryLexicon", "KadryPatterns", "KadryReading", "KadryGraph", "KadryStore",
        "KadryArchive", "KadryExport",
      ]),
    room(
      "KadryKit",
      uses: [
        "KadryText", "KadryLexicon", "KadryReading", "KadryGraph", "KadryStore", "KadryEngine",
      ]),
    .executableTarget(
      name: "KadryCLI",
      dependencies: [
        "KadryText", "KadryLexicon", "KadryPatterns", "KadryReading", "KadryGraph", "KadryStore",
        "KadryArchive", "KadryExport", "KadryEngine",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "KadryBench",
      dependencies: [
        "KadryText", "KadryLexicon", "KadryPatterns", "KadryReading", "KadryGraph", "KadryStore",
        "KadryArchive", "KadryEngine",
      ],
      exclude: ["RECORD.md"],
      swiftSettings: strict),

    tests("KadryTextTests", of: ["KadryText", "CCrypto"]),
    tests("KadryLexiconTests", of: ["KadryText", "KadryLexicon"]),
    tests("KadryPatternsTests", of: ["KadryText", "KadryLexicon", "KadryPatterns"]),
    tests("KadryReadingTests", of: ["KadryText", "KadryLexicon", "KadryPatterns", "KadryReading"]),
    tests("KadryGraphTests", of: ["KadryText", "KadryLexicon", "KadryReading", "KadryGraph"]),
    tests("KadryStoreTests", of: ["KadryText", "KadryReading", "KadryGraph", "KadryStore"]),
    tests(
      "KadryArchiveTests",
      of: ["KadryText", "KadryLexicon", "KadryReading", "KadryArchive", "CArchive", "CZlib"]),
    tests("KadryExportTests", of: ["KadryReading", "KadryGraph", "KadryExport"]),
    tests(
      "KadryEngineTests",
      of: ["KadryText", "KadryReading", "KadryGraph", "KadryStore", "KadryArchive", "KadryEngine"]),
    tests(
      "KadryCLITests",
      of: [
        "KadryText", "KadryReading", "KadryGraph", "KadryStore", "KadryArchive", "KadryEngine", "KadryCLI",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

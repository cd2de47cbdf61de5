import Testing

/// Who may import whom.
struct ImportTests {
    @Test func everyImportIsAllowed() {
        #expect(Repository.sources.count > 100)
        #expect(Repository.sources.flatMap(ImportTable.breaches) == [])
    }

    @Test func everyFolderOfSourcesIsInTheTable() throws {
        let folders = Set(try Repository.folders(in: "Sources"))
        #expect(folders == Set(ImportTable.ours.keys).union(ImportTable.cTargets))
        let withSwift = Set(Repository.sources.map(\.target))
        #expect(withSwift == Set(ImportTable.ours.keys))
    }

    @Test func everyNameInTheTableIsOfATarget() {
        let targets = Set(ImportTable.ours.keys)
        for (target, modules) in ImportTable.ours {
            #expect(modules.isSubset(of: targets), "\(target)")
            #expect(!modules.contains(target), "\(target)")
        }
        for (module, users) in ImportTable.others {
            #expect(users.isSubset(of: targets), "\(module)")
        }
        #expect(ImportTable.pure.isSubset(of: targets))
    }

    /// A dependency that no file imports is a permission that nobody needs.
    @Test func everyDependencyIsImported() {
        for (target, modules) in PackageTable.targets {
            let imported = Set(
                Repository.sources.filter { $0.target == target }
                    .flatMap { ImportTable.imports(of: $0).map(\.module) })
            #expect(modules.subtracting(imported) == [], "\(target)")
        }
    }

    @Test func thePackageIsReadAsItIsWritten() {
        let text = """
            .target(name: "A"),
            .target(name: "B", dependencies: ["A", .product(name: "P", package: "p"), "C"]),
            .executableTarget(name: "C", dependencies: [
                "A",
            ]),
            .testTarget(name: "T", dependencies: ["B"]),
            """
        #expect(
            PackageTable.dependencies(in: text, declaredBy: [".target(", ".executableTarget("])
                == ["A": [], "B": ["A", "C"], "C": ["A"]])
    }

    @Test func pureTargetsImportPureTargetsOnly() {
        for target in ImportTable.pure {
            #expect(ImportTable.ours[target]?.isSubset(of: ImportTable.pure) == true, "\(target)")
        }
    }

    @Test func nobodyImportsInARing() {
        for start in ImportTable.ours.keys {
            var reached: Set<String> = []
            var next = ImportTable.ours[start] ?? []
            while !next.isEmpty {
                reached.formUnion(next)
                next = Set(next.flatMap { ImportTable.ours[$0] ?? [] }).subtracting(reached)
            }
            #expect(!reached.contains(start), "\(start)")
        }
    }

    /// That a breach is found, in whatever form it is written.
    @Test(arguments: [
        ("Planning", "import OktaOrg", "OktaOrg"),
        ("Planning", "package import OktaOrg", "OktaOrg"),
        ("Planning", "  private import Glibc", "Glibc"),
        ("Planning", "@testable import Reconciling", "Reconciling"),
        ("Planning", "@preconcurrency package import Reconciling", "Reconciling"),
        ("Planning", "@_spi(Inner) import Reconciling", "Reconciling"),
        ("Planning", "import struct Foundation.Date", "Foundation"),
        ("Planning", "import Foundation // for Date", "Foundation"),
        ("Planning", "/* why */ import Foundation", "Foundation"),
        ("Planning", "import JSON; import Foundation", "Foundation"),
        ("Planning", "#if os(Linux)\nimport Foundation\n#endif", "Foundation"),
        ("Planning", "import SomePackage", "SomePackage"),
        ("Rendering", "import CLibYAML", "CLibYAML"),
        ("CLI", "import Foundation", "Foundation"),
        ("CLI", "import Hummingbird", "Hummingbird"),
        ("Lab", "import JSON", "JSON"),
        ("LabServers", "import Vocabulary", "Vocabulary"),
        ("OktaOrg", "import CLibCurl", "CLibCurl"),
        ("Strangers", "import JSON", "JSON"),
    ])
    func aBreachIsFound(target: String, text: String, module: String) {
        let found = ImportTable.breaches(
            in: SourceFile(target: target, path: "x.swift", text: text))
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("\(target) must not import \(module)") == true)
    }

    @Test(arguments: [
        ("Planning", "import JSON\npackage import Vocabulary"),
        ("Planning", "// import Foundation"),
        ("Planning", "/*\nimport Foundation\n*/"),
        ("Planning", "let text = \"\"\"\nimport Foundation\n\"\"\""),
        ("Planning", "let important = 1"),
        ("Planning", "import FoundationEssentials"),
        ("Lab", "import Foundation\nimport ArgumentParser"),
        ("HTTPTransport", "import CLibCurl\nimport CurlShim"),
    ])
    func whatIsAllowedIsNoBreach(target: String, text: String) {
        #expect(
            ImportTable.breaches(in: SourceFile(target: target, path: "x.swift", text: text)) == [])
    }
}

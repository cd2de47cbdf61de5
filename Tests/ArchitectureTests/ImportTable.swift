/// Which target may import which module.
///
/// SwiftPM doesn't enforce its own table: a target can also import whatever its dependencies depend
/// on.
enum ImportTable {
    /// Targets that touch nothing but values.
    static let pure: Set<String> = [
        "JSON", "Vocabulary", "Filters", "Kinds", "Catalog", "Manifests", "State", "Planning",
        "Ports",
        "Reconciling", "Rendering", "TerraformState",
    ]

    /// The product targets' own modules, by the target that may import them, read from
    /// `Package.swift`, which is the only place that holds the table.
    static let ours: [String: Set<String>] = PackageTable.targets.mapValues {
        $0.intersection(PackageTable.targets.keys)
    }

    /// Modules of the system and of packages, by the only targets that may import them. A module
    /// that is missing here is forbidden everywhere.
    static let others: [String: Set<String>] = [
        "CLibYAML": ["Manifests"],
        // The lab reads signatures for itself (decision 0014).
        "CLibCrypto": ["Cryptography", "LabServers"],
        "CLibCurl": ["HTTPTransport"],
        "CurlShim": ["HTTPTransport"],
        "CMalloc": ["CLI"],
        "ArgumentParser": ["CLI", "Lab"],
        "Hummingbird": ["LabServers"],
        "HummingbirdCore": ["LabServers"],
        "HTTPTypes": ["LabServers"],
        "Logging": ["LabServers"],
        "NIOConcurrencyHelpers": ["LabServers"],
        "NIOCore": ["LabServers"],
        "NIOHTTP1": ["LabServers"],
        "NIOPosix": ["LabServers"],
        "Dispatch": ["LabServers", "Lab"],
        "Foundation": ["LabServers", "Lab"],
        "FoundationEssentials": Set(ours.keys),
        "Glibc": ["Secrets", "HTTPTransport", "StateBackends", "CLI", "LabServers", "Lab"],
        "Synchronization": [
            "Filters", "Reconciling", "HTTPTransport", "OktaOrg", "StateBackends", "Application",
            "CLI",
        ],
    ]

    /// Folders of `Sources` that hold C and no Swift.
    static let cTargets: Set<String> = [
        "CLibCrypto", "CLibCurl", "CLibYAML", "CMalloc", "CurlShim",
    ]

    /// The imports of a file that its target may not have.
    static func breaches(in file: SourceFile) -> [String] {
        imports(of: file).compactMap { line, module in
            if ours[file.target]?.contains(module) == true { return nil }
            if others[module]?.contains(file.target) == true { return nil }
            return file.finding(line, "\(file.target) must not import \(module)")
        }
    }

    /// Every module that a file imports, with the line.
    static func imports(of file: SourceFile) -> [(line: Int, module: String)] {
        let words: Set<Substring> = [
            "struct", "class", "enum", "protocol", "actor", "typealias", "func", "var", "let",
        ]
        return file.codeLines.enumerated().flatMap { number, line in
            // Several statements may share a line.
            line.split(separator: ";").compactMap { statement in
                let parts = statement.split { $0 == " " || $0 == "\t" }
                guard let place = parts.firstIndex(of: "import"),
                    parts[..<place].allSatisfy({ $0.hasPrefix("@") || isAccess($0) })
                else { return nil }
                let name = parts[(place + 1)...].first { !words.contains($0) }
                return name.map { (number + 1, String($0.prefix { $0 != "." })) }
            }
        }
    }

    private static func isAccess(_ word: Substring) -> Bool {
        ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}

/// Which target may import what: the table of the style guide, as a literal.
///
/// SwiftPM does not enforce it, since a module that some dependency depends on can be imported too.
enum ImportTable {
    /// Targets that touch nothing but values.
    static let pure: Set<String> = [
        "JSON", "Vocabulary", "Expressions", "Kinds", "Manifests", "StateFile", "Planning", "Ports",
        "Reconciling", "Rendering", "TerraformState",
    ]

    /// Our own modules, by the target that may import them.
    static let ours: [String: Set<String>] = [
        "JSON": [],
        "Vocabulary": ["JSON"],
        "Expressions": ["JSON", "Vocabulary"],
        "Kinds": ["JSON", "Vocabulary", "Expressions"],
        "Manifests": ["JSON", "Vocabulary", "Expressions", "Kinds"],
        "StateFile": ["JSON", "Vocabulary"],
        "TerraformState": ["JSON", "Vocabulary", "Kinds"],
        "Planning": ["JSON", "Vocabulary", "Kinds", "StateFile"],
        "Ports": ["JSON", "Vocabulary", "Kinds", "StateFile"],
        "Reconciling": [
            "JSON", "Vocabulary", "Kinds", "Manifests", "StateFile", "TerraformState", "Planning",
            "Ports",
        ],
        "Rendering": [
            "JSON", "Vocabulary", "Expressions", "Kinds", "Manifests", "StateFile",
            "TerraformState", "Planning", "Ports", "Reconciling",
        ],
        "Cryptography": [],
        "Secrets": ["Vocabulary", "Ports", "Cryptography"],
        "HTTPTransport": [],
        "Probing": ["JSON", "Vocabulary", "Ports", "HTTPTransport"],
        "OktaOrg": ["JSON", "Vocabulary", "Kinds", "Ports", "Cryptography", "HTTPTransport"],
        "StateBackends": ["JSON", "StateFile", "Ports", "HTTPTransport"],
        "CLI": [
            "JSON", "Vocabulary", "Expressions", "Kinds", "Manifests", "StateFile", "Planning",
            "Ports",
            "Reconciling", "Rendering", "Cryptography", "Secrets", "HTTPTransport", "OktaOrg",
            "Probing", "StateBackends", "TerraformState",
        ],
        "LabServers": [],
        "Lab": ["LabServers"],
    ]

    /// Modules of the system and of packages, by the only targets that may import them; what is not
    /// here no target may.
    static let others: [String: Set<String>] = [
        "CLibYAML": ["Manifests"],
        // The lab reads signatures for itself (decision 0014).
        "CLibCrypto": ["Cryptography", "LabServers"],
        "CLibCurl": ["HTTPTransport"],
        "CurlShim": ["HTTPTransport"],
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
            "Expressions", "Reconciling", "HTTPTransport", "OktaOrg", "StateBackends", "CLI",
        ],
    ]

    /// Folders of `Sources` that hold C and no Swift.
    static let cTargets: Set<String> = ["CLibCrypto", "CLibCurl", "CLibYAML", "CurlShim"]

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

import Kinds
import Manifests
import Testing
import Vocabulary

/// A folder of manifest files that is only in memory.
struct Folder {
    var files: [String: [UInt8]]
    var root = "tenterhook.yaml"

    init(_ files: [String: String], root: String = "tenterhook.yaml") {
        self.files = files.mapValues { Array($0.utf8) }
        self.root = root
    }

    init(_ text: String) { self.init(["tenterhook.yaml": text]) }

    init(bytes: [UInt8]) {
        files = ["tenterhook.yaml": bytes]
    }

    /// Include patterns are taken as they are, or with one `*` in them.
    var access: ManifestFiles {
        let files = files
        let folder = root.contains("/") ? String(root.prefix { $0 != "/" }) + "/" : ""
        return ManifestFiles(
            read: { path in files[path].map { .success($0) } ?? .failure(.missing) },
            glob: { pattern in
                let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
                let matches = files.keys.filter { $0.hasPrefix(folder) || folder.isEmpty }
                    .map { String($0.dropFirst(folder.count)) }
                    .filter { name in
                        parts.count == 1
                            ? name == pattern
                            : name.hasPrefix(parts[0]) && name.hasSuffix(parts[1])
                    }.sorted()
                return .success(matches)
            })
    }

    func read(variables: [String: String]? = nil, limits: YAMLLimits = YAMLLimits())
        -> ManifestReading
    {
        ManifestReader.read(root: root, files: access, variables: variables, limits: limits)
    }

    /// What `validate` finds: in reading, then in every org.
    func findings(variables: [String: String]? = nil) -> [Diagnostic] {
        let reading = read(variables: variables)
        var findings = reading.diagnostics
        guard let manifest = reading.manifest else { return findings }
        for org in manifest.orgs {
            let more = manifest.declarations(for: org, variables: variables ?? [:]).diagnostics
            findings += more.filter { !findings.contains($0) }
        }
        return findings.inOrder
    }

    /// The resources of an org; empty where there are errors.
    func resources(org: String? = nil, variables: [String: String] = [:]) -> [ResourceDeclaration] {
        guard let manifest = read().manifest, case .org(let org) = manifest.organisation(named: org)
        else { return [] }
        let result = manifest.declarations(for: org, variables: variables)
        return result.diagnostics.hasErrors ? [] : result.resources
    }
}

extension Diagnostic {
    /// `LINE:COLUMN-END code`, warnings with a `?`; for comparing in tables.
    var brief: String {
        let place = location.map { "\($0.line):\($0.column)-\($0.endColumn) " } ?? ""
        return place + code + (severity == .warning ? "?" : "")
    }
}

/// A case of a table: a manifest's text and what is found in it.
struct FindingCase: CustomTestStringConvertible {
    let what: String
    let text: String
    let findings: [String]

    init(_ what: String, _ text: String, _ findings: String...) {
        self.what = what
        self.text = text
        self.findings = findings
    }

    var testDescription: String { what }
}

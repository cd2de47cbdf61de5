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

    /// In include patterns, `*` matches any characters of a path segment but a leading dot, and a
    /// slash at the end matches folders only, as in a shell.
    var access: ManifestFiles {
        let files = files
        let folder = root.contains("/") ? String(root.prefix { $0 != "/" }) + "/" : ""
        let names = files.keys.filter { $0.hasPrefix(folder) }.map {
            String($0.dropFirst(folder.count))
        }
        let folders = names.flatMap { name -> [String] in
            let parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            return parts.indices.map { parts[...$0].joined(separator: "/") + "/" }
        }
        return ManifestFiles(
            read: { path in files[path].map { .success($0) } ?? .failure(.missing) },
            glob: { pattern in
                let plain = Set(folders.map { String($0.dropLast()) })
                let candidates = Set(names).union(folders).union(plain)
                return .success(candidates.filter { Self.matches(pattern, $0) }.sorted())
            })
    }

    private static func matches(_ pattern: String, _ path: String) -> Bool {
        let wanted = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard wanted.count == parts.count else { return false }
        return zip(wanted, parts).allSatisfy { wanted, part in
            let pieces = wanted.split(separator: "*", omittingEmptySubsequences: false)
            guard pieces.count == 2 else { return wanted == part }
            return part.first != "." && part.hasPrefix(pieces[0]) && part.hasSuffix(pieces[1])
                && !part.isEmpty
        }
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
        return place + rule.id + (severity == .warning ? "?" : "")
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

import Cryptography
import Kinds
import Manifests
import Vocabulary

/// The manifest that a command works on, read and free of errors, and the org that was chosen.
struct Workspace {
    let manifest: Manifest
    let org: OrgDeclaration
    /// The manifest's files for excerpts, without what may be a secret.
    private let reading: ManifestReading
    /// The files for excerpts of them.
    var sources: [String: [UInt8]] { reading.excerptSources }
    let declarations: [ResourceDeclaration]
    let warnings: [Diagnostic]
    /// SHA-256 over every file of the manifest, the org's name and the values given to it.
    let digest: String

    /// - Parameters:
    ///   - planned: the org's name where the options name none, as a saved plan does.
    ///   - needsResources: false for work on the state alone, to which the manifest's resources and
    ///     the values of its variables do not matter.
    init(
        _ options: GlobalOptions, org planned: String? = nil, needsResources: Bool = true
    ) throws {
        let variables = try options.variableValues()
        let reading = try Self.read(options)
        guard let manifest = reading.manifest, !reading.diagnostics.hasErrors else {
            throw Failure(reading.diagnostics, sources: reading.excerptSources)
        }
        switch manifest.organisation(named: options.org ?? planned) {
        case .unclear(let problem): throw Failure([problem], sources: reading.excerptSources)
        case .org(let org): self.org = org
        }
        var declarations: [ResourceDeclaration] = []
        var diagnostics = reading.diagnostics
        if needsResources {
            let lowered = manifest.declarations(for: org, variables: variables)
            declarations = lowered.resources
            diagnostics += lowered.diagnostics
        }
        guard !diagnostics.hasErrors else {
            throw Failure(diagnostics, sources: reading.excerptSources)
        }

        self.manifest = manifest
        self.reading = reading
        self.declarations = declarations
        warnings = diagnostics
        digest = Self.digest(reading.sources, org: org.name, variables)
    }

    /// Reads the manifest that the options name.
    static func read(_ options: GlobalOptions) throws -> ManifestReading {
        let root = root(options)
        guard DiskFiles.exists(root) else {
            throw Failure(
                [
                    Diagnostic(
                        .error, "manifest-missing", "There is no manifest",
                        detail: "\(root) is not there. Name it with -f, or its folder with -C, "
                            + "or write a first one:",
                        commands: ["tenterhook init"])
                ], sources: [:])
        }
        return read(root: root, variables: try options.variableValues())
    }

    /// The manifest's addresses, for what a person may have meant; none when it cannot be read.
    static func addresses(_ options: GlobalOptions) -> [Address] {
        let root = root(options)
        guard DiskFiles.exists(root) else { return [] }
        return read(root: root, variables: nil).manifest?.addresses ?? []
    }

    /// - Parameter variables: nil where they are not known.
    static func read(root: String, variables: [String: String]?) -> ManifestReading {
        ManifestReader.read(root: root, files: files(in: folder(of: root)), variables: variables)
    }

    /// The manifest's name where none is given.
    static let standardRoot = "tenterhook.yaml"

    static func root(_ options: GlobalOptions) -> String { options.manifest ?? standardRoot }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    @Sendable
    static func readFile(_ path: String) -> Result<[UInt8], ManifestFileError> {
        DiskFiles.read(path).mapError { problem in
            problem.isMissing ? .missing : .unreadable(problem.words)
        }
    }

    private static func files(in folder: String) -> ManifestFiles {
        ManifestFiles(
            read: readFile,
            glob: { pattern in
                let isWhole = pattern.hasPrefix("/") || folder.isEmpty
                let prefix = isWhole ? "" : "\(folder)/"
                do throws(FileProblem) {
                    let paths = try DiskFiles.matching(DiskFiles.escaped(prefix) + pattern)
                    return .success(paths.map { String($0.dropFirst(prefix.count)) })
                } catch {
                    return .failure(.unreadable(error.words))
                }
            })
    }

    private static func digest(
        _ sources: [(path: String, bytes: [UInt8])], org: String, _ variables: [String: String]
    ) -> String {
        var bytes: [UInt8] = []
        func add(_ part: [UInt8]) {
            bytes += Array("\(part.count):".utf8)
            bytes += part
        }
        add(Array(org.utf8))
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
            add(Array("\(name)=\(value)".utf8))
        }
        for source in sources { add(source.bytes) }
        return SHA256Digest.hex(of: bytes)
    }
}

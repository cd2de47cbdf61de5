import JSON
import Kinds
import Manifests
import Vocabulary

/// A manifest that is not on disk yet, read as the one that will be there.
struct NewManifest {
    let path: String
    let text: String
    let org: OrgDeclaration
    let declarations: [ResourceDeclaration]
    /// Where it keeps its org's state.
    let state: StateDeclaration

    /// - Parameter orgName: the org in it that is meant.
    init(_ text: String, at path: String, orgName: String) throws {
        let reading = ManifestReader.read(
            root: path,
            files: ManifestFiles(
                read: { _ in .success(Array(text.utf8)) }, glob: { _ in .success([]) }))
        guard let manifest = reading.manifest, !reading.diagnostics.hasErrors else {
            throw Failure(reading.diagnostics, sources: reading.excerptSources)
        }
        switch manifest.organisation(named: orgName) {
        case .unclear(let problem): throw Failure([problem], sources: reading.excerptSources)
        case .org(let org): self.org = org
        }
        let lowered = manifest.declarations(for: org, variables: [:])
        guard !lowered.diagnostics.hasErrors else {
            throw Failure(lowered.diagnostics, sources: reading.excerptSources)
        }
        self.path = path
        self.text = text
        declarations = lowered.resources
        state = manifest.state
    }
}

/// The files that a new folder begins with. What is there already is left as it is, but a manifest
/// that is there is an error.
struct NewFiles {
    static let schema = "tenterhook.schema.json"

    let manifest: String
    let console: Console

    func ensureThereIsNoManifest() throws {
        guard DiskFiles.exists(manifest) else { return }
        throw Failure(
            .error, .manifestExists,
            ["\(manifest) is left as it is. Check it with:"], commands: ["tenterhook validate"])
    }

    /// Writes the manifest, the schema by which editors check it, and the names for git to ignore.
    func write(_ text: String) throws {
        try write(text, to: manifest)
        try write(manifestSchema().text(.pretty) + "\n", to: Self.schema)
        try write("*.plan.json\nplan.json\n*.tfstate\n*.tfstate.*\n", to: ".gitignore")
    }

    private func write(_ text: String, to path: String) throws {
        if DiskFiles.exists(path) {
            console.printLine("\(path) is there already, left as it is")
            return
        }
        do throws(FileProblem) {
            try DiskFiles.write(Array(text.utf8), to: path, .new, mode: 0o644)
        } catch {
            throw Failure(.error, .fileNotWritable, ["\(path): \(error.words)."])
        }
        console.printLine("\(path) written")
    }
}

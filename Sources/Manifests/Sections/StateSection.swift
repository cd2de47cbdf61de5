package import Vocabulary

/// Where a manifest's state is kept.
package struct StateDeclaration: Hashable, Sendable {
    package enum Backend: Hashable, Sendable {
        /// A folder, its path relative to where the program runs.
        case local(path: String)
    }

    package let backend: Backend
    /// Where it is declared; nil for the default.
    package let location: SourceLocation?
}

extension ManifestDecoder {
    /// The state's declaration; what is not said is as in a manifest without one.
    mutating func state(_ entry: YAMLEntry?) -> StateDeclaration {
        let fallback = StateDeclaration(
            backend: .local(path: path("state", in: folder)), location: entry?.keyLocation)
        guard let entry, !notesUnsupportedBackend(in: entry.value),
            let fields = fields(entry.value, as: .state, at: entry.keyLocation)
        else { return fallback }
        if let backend = fields["backend"] { _ = choice(backend.value, among: ["local"]) }
        guard let folderEntry = fields["path"],
            let text = word(folderEntry.value, "a folder's path")
        else { return fallback }
        guard !text.isEmpty, !text.utf8.contains(0) else {
            findings.error(
                .invalidStatePath,
                "The path is empty or holds a NUL character. Write . for this file's own folder.",
                at: folderEntry.value.location)
            return fallback
        }
        return StateDeclaration(
            backend: .local(path: path(text, in: folder)), location: entry.keyLocation)
    }

    /// Whether a backend is asked for that there is not yet; its other keys are then left unread.
    private mutating func notesUnsupportedBackend(in node: YAMLNode) -> Bool {
        guard case .mapping(let entries) = node.content,
            let value = entries.first(where: { $0.key == "backend" })?.value,
            let name = value.scalar?.text, ["s3", "http", "postgres"].contains(name)
        else { return false }
        findings.error(
            .unsupportedBackend,
            "\(quoted(name)) is not supported yet. Use local.", at: value.location)
        return true
    }
}

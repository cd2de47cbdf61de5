package import Ports

/// One way to keep a state, as the manifest's `state.backend` names it.
///
/// A new one is a file with the backend and its kind, and a line in `StateBackendRegistry.all`.
package struct StateBackendKind: Sendable {
    /// What the manifest calls it.
    package let name: String
    /// The keys that may stand beside `backend` in the manifest, sorted.
    package let settings: [String]

    private let make: Maker

    package typealias Maker =
        @Sendable (StateBackendDeclaration) async throws(StateBackendError) -> any StateBackend

    package init(name: String, settings: [String], make: @escaping Maker) {
        self.name = name
        self.settings = settings.sorted()
        self.make = make
    }

    /// Opens a backend as declared. This may read secrets and connect to a server, but reads and
    /// writes no state yet.
    package func backend(
        for declaration: StateBackendDeclaration
    ) async throws(StateBackendError) -> any StateBackend {
        if let unknown = declaration.settings.keys.sorted().first(where: { !settings.contains($0) })
        {
            throw .failed(
                detail: """
                    The \(name) backend has no setting \(unknown); it has \
                    \(settings.joined(separator: ", ")). Correct `state` in the manifest.
                    """)
        }
        let backend = try await make(declaration)
        guard let leased = backend as? any LeasedStateBackend else { return backend }
        return RenewingBackend(leased)
    }
}

/// What a manifest says of where the state is kept.
package struct StateBackendDeclaration: Hashable, Sendable {
    /// The kind's name.
    package var backend: String
    /// Whose state it is: the org's name in the manifest.
    package var org: String
    /// The manifest's folder, from which paths are meant; empty for where the program runs.
    package var folder: String
    /// What stands beside `backend`, by key.
    package var settings: [String: String]

    package init(
        backend: String, org: String, folder: String = "", settings: [String: String] = [:]
    ) {
        self.backend = backend
        self.org = org
        self.folder = folder
        self.settings = settings
    }

    /// A path of the settings, as seen from where the program runs.
    package func path(_ path: String) -> String {
        path.hasPrefix("/") || folder.isEmpty || folder == "." ? path : "\(folder)/\(path)"
    }
}

package import Ports

/// Every way to keep a state.
package enum StateBackendRegistry {
    /// The kinds, sorted by name.
    package static let all: [StateBackendKind] = [
        .local
    ]

    package static func kind(named name: String) -> StateBackendKind? {
        all.first { $0.name == name }
    }

    /// The backend that a manifest declares.
    package static func backend(
        for declaration: StateBackendDeclaration
    ) async throws(StateBackendError) -> any StateBackend {
        guard let kind = kind(named: declaration.backend) else {
            throw .failed(
                detail: """
                    There is no backend \(declaration.backend); there is \
                    \(all.map(\.name).joined(separator: ", ")). Correct `state` in the manifest.
                    """)
        }
        return try await kind.backend(for: declaration)
    }
}

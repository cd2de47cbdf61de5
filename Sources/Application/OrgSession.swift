import HTTPTransport
import Kinds
import Manifests
package import OktaOrg
package import Ports
package import Reconciling
import State
import Vocabulary

/// One org of a run: its manifest, the connection to it, and its state.
package struct OrgSession: Sendable {
    package let installation: Installation
    package let workspace: Workspace
    private let connection: OrgConnection
    package let backend: any StateBackend

    package var url: String { connection.url }
    package var client: any OrgClient { connection.client }
    package var knowledge: SecretKnowledge { installation.knowledge }

    fileprivate init(
        _ installation: Installation, _ workspace: Workspace, _ connection: OrgConnection,
        _ backend: any StateBackend
    ) {
        self.installation = installation
        self.workspace = workspace
        self.connection = connection
        self.backend = backend
    }

    /// Reads the state as it is now.
    ///
    /// - Parameter lineage: The lineage of a saved plan, which a new state takes over.
    package func state(lineage: String? = nil) async throws(ApplicationError) -> OrgState {
        let state = try await installation.state(in: backend, orgURL: url, lineage: lineage)
        if state.snapshot.fingerprints.isEmpty { await installation.shareSalt(besides: workspace) }
        return state
    }

    /// Reads the state under its lock, which is held until the body returns.
    package func withState<Result>(
        command: String, lineage: String? = nil, _ body: (OrgState) async throws -> Result
    ) async throws -> Result {
        try await installation.locked(backend, command: command) {
            try await body(try await state(lineage: lineage))
        }
    }

    /// The problem with a secret that is used as the URL of an endpoint; nil if there is none.
    static let secretURLProblem: @Sendable (String, Policy) -> Diagnostic? = { url, policy in
        endpointURLProblem(url, policy: policy, isSecret: true)
    }
}

extension Installation {
    /// Starts loading the HTTP library, which takes as long as reading the manifest does.
    package static func warmUp() { HTTPClient.warmUp() }

    /// Reads the manifest, and opens one of its orgs. Sends no request yet.
    ///
    /// - Parameters:
    ///   - name: The org if the settings name none.
    ///   - access: The rights that the command needs, so an access token has no others.
    ///   - needsResources: False for work on objects that the state knows.
    package func session(
        org name: String? = nil, access: OrgAccess = .read, needsResources: Bool = true
    ) async throws(ApplicationError) -> OrgSession {
        Self.warmUp()
        return try await session(
            try workspace(org: name, needsResources: needsResources), access: access)
    }

    /// Opens the org of a workspace. Sends no request yet.
    ///
    /// - Parameter access: The rights that the command needs, so an access token has no others.
    package func session(
        _ workspace: Workspace, access: OrgAccess = .read
    ) async throws(ApplicationError) -> OrgSession {
        OrgSession(
            self, workspace, try await connect(to: workspace.org, access: access),
            try await backend(for: workspace))
    }
}

package import Manifests
package import OktaOrg
package import Ports
import Secrets
package import StateBackends

/// The process that a run belongs to, as values and functions that tests can replace.
package struct Host: Sendable {
    package var environment: [String: String]
    package var surroundings: Surroundings
    package var files: ManifestFiles
    /// Returns whether there is a file at a path.
    package var fileExists: @Sendable (String) -> Bool
    package var process: RunningProcess
    /// Opens the store of a state.
    package var openBackend: OpenBackend = StateBackendRegistry.backend
    /// Creates the client for an org; nil for the one of Okta's management API.
    package var openOrg: OpenOrg?
    package var fingerprints: any Fingerprints = ScryptFingerprints()
    /// Receives what happens while a run works. Called from any thread.
    package var notify: @Sendable (RunNotice) -> Void

    package typealias OpenBackend =
        @Sendable (StateBackendDeclaration) async throws(StateBackendError) -> any StateBackend
    package typealias OpenOrg = @Sendable (_ url: String, OrgCredentials) -> any OrgClient

    package init(
        environment: [String: String], surroundings: Surroundings, files: ManifestFiles,
        fileExists: @escaping @Sendable (String) -> Bool, process: RunningProcess,
        notify: @escaping @Sendable (RunNotice) -> Void
    ) {
        self.environment = environment
        self.surroundings = surroundings
        self.files = files
        self.fileExists = fileExists
        self.process = process
        self.notify = notify
    }
}

/// The process as the holder of a lock names it, and the version of the program in it.
package struct RunningProcess: Hashable, Sendable {
    package var version: String
    /// `user@host`.
    package var who: String
    package var id: Int
    /// The URL of the CI run; nil outside of CI.
    package var ciRun: String?

    package init(version: String, who: String, id: Int, ciRun: String?) {
        self.version = version
        self.who = who
        self.id = id
        self.ciRun = ciRun
    }
}

/// An event of a run that the user may want to see while the run works.
package enum RunNotice: Hashable, Sendable {
    case org(OrgNotice)
    /// Another run holds the state's lock, so a plan made now may be outdated by it.
    case otherRun(LockHolder)
    /// This run waits for a lock, for `limit` at most.
    case waitingForLock(LockHolder, limit: Duration)
    /// What an interrupted run left open, and how it turned out.
    case settled(String)
}

/// The whole management API of an org, as the use cases call it.
package typealias OrgClient =
    OrgWriter & HookExecutor & PublicKeyReader & SystemLogReader & UseReader

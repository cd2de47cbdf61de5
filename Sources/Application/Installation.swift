package import HTTPTransport
import Kinds
package import Manifests
package import Reconciling
import Secrets
import Synchronization
package import Vocabulary

/// The things that one run has exactly once: the manifest, read and parsed; the vault of its
/// secrets; and the HTTP client.
///
/// The manifest is read when it is first needed, since some commands need none.
package final class Installation: Sendable {
    package let host: Host
    package let settings: RunSettings
    let secrets: SystemSecrets
    package let knowledge: SecretKnowledge

    private let reading = Mutex<ManifestReading?>(nil)
    private let client = Mutex<HTTPClient?>(nil)

    package init(_ settings: RunSettings, host: Host) {
        self.host = host
        self.settings = settings
        secrets = SystemSecrets(environment: host.environment)
        knowledge = SecretKnowledge(source: secrets, fingerprints: host.fingerprints)
    }

    /// The manifest as read. Its mistakes are in the result.
    ///
    /// - Throws: `.findings` if there is no manifest.
    package func manifestReading() throws(ApplicationError) -> ManifestReading {
        let known = reading.withLock { known in
            if known == nil, host.fileExists(settings.manifest) {
                known = ManifestReader.read(
                    root: settings.manifest, files: host.files, variables: settings.variables)
            }
            return known
        }
        if let known { return known }
        throw .findings(
            [
                Diagnostic(
                    .error, .manifestMissing,
                    detail: "\(settings.manifest) is not there. Name it with -f, or its folder "
                        + "with -C, or write a first one:",
                    commands: ["tenterhook init"])
            ], sources: [:])
    }

    /// The manifest's addresses, for suggestions; empty if it can't be read.
    package var declaredAddresses: [Address] {
        (try? manifestReading())?.manifest?.addresses ?? []
    }

    /// The manifest, lowered for one of its orgs.
    ///
    /// - Parameters:
    ///   - name: The org if the settings name none, as a saved plan does.
    ///   - needsResources: False for work on the state alone, which needs neither the manifest's
    ///     resources nor the values of its variables.
    package func workspace(
        org name: String? = nil, needsResources: Bool = true
    ) throws(ApplicationError) -> Workspace {
        try Workspace(
            try manifestReading(), org: settings.org ?? name, variables: settings.variables,
            needsResources: needsResources)
    }

    /// The HTTP client for the org and for endpoints.
    package func http() throws(ApplicationError) -> HTTPClient {
        let made = client.withLock { client in
            if let client { return Result<HTTPClient, HTTPTransportError>.success(client) }
            return makeClient().map { made in
                client = made
                return made
            }
        }
        switch made {
        case .success(let client): return client
        case .failure(let error):
            throw .request(.networkUnavailable, [error.inWords])
        }
    }

    private func makeClient() -> Result<HTTPClient, HTTPTransportError> {
        var configuration = HTTPTransportConfiguration(environment: host.environment)
        configuration.userAgent = "tenterhook/\(host.process.version)"
        configuration.maxConnectionsPerHost = settings.parallelism
        do throws(HTTPTransportError) {
            return .success(try HTTPClient(configuration))
        } catch {
            return .failure(error)
        }
    }
}

/// The options of a run that use cases depend on.
package struct RunSettings: Sendable {
    /// The manifest's path.
    package var manifest: String
    /// The org, by its name in the manifest; nil for the only one.
    package var org: String?
    /// The values for `${var.NAME}`.
    package var variables: [String: String]
    /// The number of objects to work on at once.
    package var parallelism: Int
    /// The longest time that one request may take.
    package var timeout: Duration
    /// The longest time to wait for a run that holds the state's lock.
    package var lockTimeout: Duration

    package init(
        manifest: String = "tenterhook.yaml", org: String? = nil, variables: [String: String] = [:],
        parallelism: Int = 10, timeout: Duration = .seconds(30), lockTimeout: Duration = .zero
    ) {
        self.manifest = manifest
        self.org = org
        self.variables = variables
        self.parallelism = parallelism
        self.timeout = timeout
        self.lockTimeout = lockTimeout
    }
}

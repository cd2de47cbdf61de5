package import Manifests
package import OktaOrg
import Vocabulary

/// The way to an org: its URL, and a client that is signed in.
package struct OrgConnection: Sendable {
    package let url: String
    package let client: any OrgClient
}

extension Installation {
    /// Finds the org's URL and its credentials, and creates a client. Sends no request.
    ///
    /// - Parameter access: The rights that the command needs, so an access token has no others.
    package func connect(
        to org: OrgDeclaration, access: OrgAccess
    ) async throws(ApplicationError) -> OrgConnection {
        let url = try url(of: org)
        let credentials = try await credentials(for: org, at: url)
        if let open = host.openOrg {
            return OrgConnection(url: url, client: open(url, credentials))
        }
        let notify = host.notify
        let client = OktaClient(
            url: url, credentials: credentials, client: try http(),
            surroundings: host.surroundings, observer: { notify(.org($0)) },
            options: OrgOptions(
                version: host.process.version, timeout: settings.timeout, access: access))
        return OrgConnection(url: url, client: client)
    }

    /// The credentials for the org; a failure names the org.
    private func credentials(
        for org: OrgDeclaration, at url: String
    ) async throws(ApplicationError) -> OrgCredentials {
        let signIn = SignIn(
            secrets: secrets, environment: host.environment, surroundings: host.surroundings)
        do {
            return try await signIn.credentials(for: org)
        } catch {
            guard case .request(var problem) = error else { throw error }
            problem.notes.append("It is for signing in to \(org.name) (\(url)).")
            throw .request(problem)
        }
    }

    /// The org's URL from the manifest, or from the variables that Okta's own tools read.
    package func url(of org: OrgDeclaration) throws(ApplicationError) -> String {
        if let url = try knownURL(of: org) { return url }
        throw .request(
            .orgUrlMissing,
            [
                "The manifest gives no `url` for the org `\(org.name)`, and neither "
                    + "OKTA_CLIENT_ORGURL nor OKTA_ORG_NAME is set."
            ])
    }

    /// The same; nil if neither the manifest nor the environment has it.
    package func knownURL(of org: OrgDeclaration) throws(ApplicationError) -> String? {
        let environment = host.environment
        if let url = org.url { return url }
        if let url = environment["OKTA_CLIENT_ORGURL"], !url.isEmpty {
            return try Self.checkedURL(url)
        }
        guard let name = environment["OKTA_ORG_NAME"], !name.isEmpty else { return nil }
        return try Self.checkedURL("https://\(name).\(environment["OKTA_BASE_URL"] ?? "okta.com")")
    }

    /// Checks an org's URL that doesn't come from the manifest.
    package static func checkedURL(_ text: String) throws(ApplicationError) -> String {
        switch checkedOrgURL(text) {
        case .success(let url): return url
        case .failure(let problem):
            throw .request(.invalidOrgUrl, [problem.description])
        }
    }
}

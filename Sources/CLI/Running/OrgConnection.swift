import HTTPTransport
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import Secrets

/// The way to the org: its URL, and a client that signs in.
struct OrgConnection {
    let url: String
    let client: OktaClient
    /// What the client sends its requests with; endpoints may be asked with it too.
    let http: HTTPClient

    /// - Parameters:
    ///   - access: what the command does, so that an access token is good for no more.
    ///   - secrets: resolves what signs in.
    init(
        _ org: OrgDeclaration, access: OrgAccess, secrets: SystemSecrets,
        environment: [String: String], options: ConnectionOptions, verbose: Bool, notices: Notices
    ) async throws {
        url = try Self.url(of: org, environment)
        let credentials = try await Self.credentials(for: org, at: url, secrets, environment)
        http = try Self.httpClient(environment, options)
        client = OktaClient(
            url: url, credentials: credentials, client: http,
            surroundings: ProcessEnvironment.surroundings,
            observer: { notice in Self.tell(notice, verbose: verbose, notices) },
            options: OrgOptions(
                version: BuildFacts.version, timeout: .seconds(options.timeout), access: access))
    }

    /// What requests are sent with, to an org or to endpoints.
    static func httpClient(
        _ environment: [String: String], _ options: ConnectionOptions
    ) throws -> HTTPClient {
        var configuration = HTTPTransportConfiguration(environment: environment)
        configuration.userAgent = "tenterhook/\(BuildFacts.version)"
        configuration.maxConnectionsPerHost = options.parallelism
        do throws(HTTPTransportError) {
            return try HTTPClient(configuration)
        } catch {
            throw Failure(.error, "The network client cannot be made", [error.inWords])
        }
    }

    /// Who we are; a failure says to which org.
    private static func credentials(
        for org: OrgDeclaration, at url: String, _ secrets: SystemSecrets,
        _ environment: [String: String]
    ) async throws -> OrgCredentials {
        do {
            return try await SignIn(secrets: secrets, environment: environment)
                .credentials(for: org)
        } catch let failure as Failure {
            guard case .explanation(var explanation) = failure.message else { throw failure }
            explanation.lines.append("It is for signing in to \(org.name) (\(url)).")
            throw Failure(failure.code, .explanation(explanation))
        }
    }

    /// The org's URL from the manifest, or from the variables that Okta's own tools read.
    static func url(of org: OrgDeclaration, _ environment: [String: String]) throws -> String {
        if let url = try knownURL(of: org, environment) { return url }
        throw Failure(
            .error, "The org's URL is not known",
            [
                "The manifest gives no `url` for the org `\(org.name)`, and neither "
                    + "OKTA_CLIENT_ORGURL nor OKTA_ORG_NAME is set."
            ])
    }

    /// The same; nil where nobody says it.
    static func knownURL(
        of org: OrgDeclaration, _ environment: [String: String]
    ) throws -> String? {
        if let url = org.url { return url }
        if let url = environment["OKTA_CLIENT_ORGURL"], !url.isEmpty { return try checked(url) }
        guard let name = environment["OKTA_ORG_NAME"], !name.isEmpty else { return nil }
        return try checked("https://\(name).\(environment["OKTA_BASE_URL"] ?? "okta.com")")
    }

    /// An org's URL that does not come from the manifest.
    static func checked(_ text: String) throws -> String {
        switch checkedOrgURL(text) {
        case .success(let url): return url
        case .failure(let problem):
            throw Failure(.error, "The org's URL cannot be used", [problem.description])
        }
    }

    private static func tell(_ notice: OrgNotice, verbose: Bool, _ notices: Notices) {
        switch notice {
        case .waitingForRateLimit where ProcessEnvironment.stop.isSet,
            .sparingRateLimit where ProcessEnvironment.stop.isSet:
            // Nobody waits any more.
            return
        case .waitingForRateLimit(let seconds):
            notices.say("Okta's rate limit is used up; going on in \(seconds) s.")
        case .sparingRateLimit(let seconds):
            notices.say(
                "The last tenth of the System Log's rate limit is left to others; going on in "
                    + "\(seconds) s.")
        case .retrying(let attempt, let reason, _):
            let what = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
            notices.say("\(what); try \(attempt).")
        case .clockIsOff(let seconds):
            let side = seconds < 0 ? "behind" : "ahead of"
            notices.say(
                "This machine's clock is \(elapsed(abs(seconds))) \(side) Okta's, so requests are "
                    + "signed by Okta's clock.")
        case .requested(let method, let path, let status, let milliseconds, let id):
            guard verbose else { return }
            let answer = status.map { "\($0)" } ?? "no answer"
            let time = milliseconds.map { " in \($0) ms" } ?? ""
            notices.say("\(method) \(path): \(answer)\(time)\(id.map { ", request \($0)" } ?? "")")
        }
    }

    private static func elapsed(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
    }
}

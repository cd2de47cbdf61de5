import HTTPTransport
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import Secrets
import Vocabulary

/// The way to the org: its URL, and a client that signs in.
struct OrgConnection {
    let url: String
    let client: OktaClient
    /// What the client sends its requests with; endpoints may be asked with it too.
    let http: HTTPClient

    /// - Parameter secrets: resolves the API token; it is asked for when the org is declared with
    ///   one, and read from Okta's usual environment variables when not.
    init(
        _ org: OrgDeclaration, secrets: SystemSecrets, environment: [String: String],
        options: OrgOptionGroup, verbose: Bool, notices: Notices
    ) async throws {
        url = try Self.url(of: org, environment)
        let reference: SecretReference
        switch org.authentication {
        case .apiToken(let declared)?: reference = declared
        case nil:
            let usual = ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN"]
            guard let name = usual.first(where: { environment[$0]?.isEmpty == false }) else {
                throw Failure(
                    .error, "There is no way to sign in",
                    [
                        "The manifest gives no `auth` for the org `\(org.name)`, and neither "
                            + "OKTA_CLIENT_TOKEN nor OKTA_API_TOKEN is set."
                    ])
            }
            reference = .environment(name)
        }
        let token: Secret
        do throws(SecretError) {
            token = try await secrets.resolve(reference)
        } catch {
            throw Failure(.error, "The API token is not to be had", [error.detail])
        }
        var configuration = HTTPTransportConfiguration(environment: environment)
        configuration.userAgent = "tenterhook/\(BuildFacts.version)"
        configuration.maxConnectionsPerHost = options.parallelism
        do throws(HTTPTransportError) {
            http = try HTTPClient(configuration)
        } catch {
            throw Failure(.error, "The network client cannot be made", ["\(error)"])
        }
        client = OktaClient(
            url: url, credentials: .apiToken(token), client: http,
            surroundings: ProcessEnvironment.surroundings,
            observer: { notice in Self.tell(notice, verbose: verbose, notices) },
            options: OrgOptions(
                version: BuildFacts.version, timeout: .seconds(options.timeout)))
    }

    /// The org's URL from the manifest, or from the variables that Okta's own tools read.
    static func url(of org: OrgDeclaration, _ environment: [String: String]) throws -> String {
        if let url = org.url { return url }
        let given: String?
        if let url = environment["OKTA_CLIENT_ORGURL"], !url.isEmpty {
            given = url
        } else if let name = environment["OKTA_ORG_NAME"], !name.isEmpty {
            given = "https://\(name).\(environment["OKTA_BASE_URL"] ?? "okta.com")"
        } else {
            given = nil
        }
        guard let given else {
            throw Failure(
                .error, "The org's URL is not known",
                [
                    "The manifest gives no `url` for the org `\(org.name)`, and neither "
                        + "OKTA_CLIENT_ORGURL nor OKTA_ORG_NAME is set."
                ])
        }
        return try checked(given)
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
        case .waitingForRateLimit where ProcessEnvironment.stop.isSet:
            // Nobody waits any more.
            return
        case .waitingForRateLimit(let seconds):
            notices.say("Okta's rate limit is used up; going on in \(seconds) s.")
        case .retrying(let attempt, let reason, _):
            notices.say("\(reason); try \(attempt).")
        case .requested(let method, let path, let status, let milliseconds, let id):
            guard verbose else { return }
            let answer = status.map { "\($0)" } ?? "no answer"
            let time = milliseconds.map { " in \($0) ms" } ?? ""
            notices.say("\(method) \(path): \(answer)\(time)\(id.map { ", request \($0)" } ?? "")")
        }
    }
}

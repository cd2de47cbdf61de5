import Cryptography
import Manifests
import OktaOrg
import Ports
import Secrets
import Vocabulary

/// Finds who we are to an org: from the manifest, else from the variables that Okta's own tools read.
struct SignIn {
    let secrets: SystemSecrets
    let environment: [String: String]
    let surroundings: Surroundings

    private static let keyVariable = "OKTA_API_PRIVATE_KEY"

    func credentials(for org: OrgDeclaration) async throws(ApplicationError) -> OrgCredentials {
        let authentication =
            if let declared = org.authentication { declared } else { try usual(for: org) }
        switch authentication {
        case .apiToken(let reference):
            return .apiToken(try await resolved(reference, .apiTokenUnavailable))
        case .oauth(let app):
            return .serviceApp(
                try await serviceApp(app, isFromVariables: org.authentication == nil))
        case .command(let words):
            let reference = SecretReference.command(words)
            let token = try await resolved(reference, .accessTokenUnavailable)
            return .command(token) { [secrets] in
                // What it has to say is on standard error; Okta's refusal is told in any case.
                try? await secrets.resolve(reference)
            }
        }
    }

    /// What Okta's variables say.
    private func usual(for org: OrgDeclaration) throws(ApplicationError) -> Authentication {
        for name in ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN"] where isSet(name) {
            return .apiToken(.environment(name))
        }
        guard isSet("OKTA_API_CLIENT_ID"), let key = environment[Self.keyVariable], !key.isEmpty
        else {
            let half = ["OKTA_API_CLIENT_ID", Self.keyVariable].first(where: isSet)
            throw .request(
                .credentialsMissing,
                [
                    "The manifest gives no `auth` for the org `\(org.name)`, and neither "
                        + "OKTA_CLIENT_TOKEN nor OKTA_API_TOKEN is set, nor OKTA_API_CLIENT_ID and "
                        + "\(Self.keyVariable) together."
                ] + (half.map { ["Of those two only \($0) is set."] } ?? []))
        }
        // Like Okta's own tools: the key itself, or where it is.
        let isText = key.contains("-----BEGIN") || key.contains("{")
        return .oauth(
            ServiceAppDeclaration(
                clientID: .reference(.environment("OKTA_API_CLIENT_ID")),
                privateKey: isText ? .environment(Self.keyVariable) : .file(key),
                keyID: isSet("OKTA_API_PRIVATE_KEY_ID")
                    ? .reference(.environment("OKTA_API_PRIVATE_KEY_ID")) : nil,
                dpop: nil))
    }

    /// - Parameter isFromVariables: whether the environment says what the app is. What it gives as
    ///   the path of the key may be the key itself in a form that nobody knows: it is never shown.
    private func serviceApp(
        _ app: ServiceAppDeclaration, isFromVariables: Bool
    ) async throws(ApplicationError) -> ServiceApp {
        let clientID = try await text(app.clientID, .clientIdUnavailable)
        var keyID: String?
        if let declared = app.keyID {
            keyID = try await text(declared, .keyIdUnavailable)
        }
        let secret: Secret
        do throws(SecretError) {
            secret = try await secrets.resolveWhole(app.privateKey)
        } catch {
            let detail =
                isFromVariables
                ? "\(Self.keyVariable) holds neither a key, in PEM or as a JSON Web Key, nor the "
                    + "path of a file that can be read. What it holds is not shown: it may be a key."
                : error.detail
            throw .request(.privateKeyUnavailable, [detail])
        }
        let now = epochSeconds(surroundings.now()) ?? 0
        do throws(PrivateKeyProblem) {
            let text = try PrivateKeyText(secret, keyID: keyID, now: now)
            return ServiceApp(
                clientID: clientID, key: text.key, keyID: keyID ?? text.keyID,
                proof: ServiceApp.Proof(app.dpop))
        } catch {
            throw .request(
                .privateKeyUnusable,
                [
                    "It is from \(isFromVariables ? Self.keyVariable : app.privateKey.description).",
                    error.description,
                ])
        }
    }

    private func text(_ value: PlainOrReference, _ rule: Rule) async throws(ApplicationError)
        -> String
    {
        switch value {
        case .plain(let text): text
        case .reference(let reference): try await resolved(reference, rule).reveal()
        }
    }

    private func resolved(
        _ reference: SecretReference, _ rule: Rule
    ) async throws(ApplicationError) -> Secret {
        do throws(SecretError) {
            return try await secrets.resolve(reference)
        } catch {
            throw .request(rule, [error.detail])
        }
    }

    private func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
}

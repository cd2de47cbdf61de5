import Kinds
import Planning
import Ports
import Vocabulary

/// What an endpoint is asked: whether it takes a secret.
struct EndpointQuestion: Hashable, Sendable {
    let url: Secret
    /// The hook's own headers, without the one that holds the secret.
    let headers: [EndpointChallenge.Header]
    /// The header that holds it.
    let header: String
    let secret: Secret
    let fingerprint: Fingerprint

    /// Okta's challenge, with a secret in its place.
    func challenge(_ secret: Secret, token: String) -> EndpointChallenge {
        EndpointChallenge(
            url: url, headers: headers + [EndpointChallenge.Header(name: header, value: secret)],
            token: token)
    }
}

/// One object of which a secret is to be proven: as the manifest wants it, and as the org has it.
struct ProofSubject: Sendable {
    /// Why nothing is asked.
    struct Obstacle: Error {
        let proof: Proof
    }

    let kind: ResourceKind
    let desired: DesiredResource?
    let live: LiveObject?

    /// What to ask, if there is any sense in asking.
    func question(
        on path: AttributePath, _ revealed: [Fingerprint: Secret]
    ) -> Result<EndpointQuestion, Obstacle> {
        func no(_ proof: Proof) -> Result<EndpointQuestion, Obstacle> {
            .failure(Obstacle(proof: proof))
        }
        guard kind.isProvable(path.attribute) else { return no(.notAskable) }
        guard let desired, case .secret(let fingerprint)? = desired.attributes[path],
            let secret = revealed[fingerprint]
        else { return no(.notDeclared) }
        guard let live else { return no(.missing) }
        guard live.isVerified == true else { return no(.notVerified) }
        if let other = firstOtherPath(desired, live) { return no(.otherChannel(other)) }

        func value(_ path: AttributePath) -> Secret? {
            switch live.attributes[path] {
            case .text(let text)?: Secret(text)
            case .secret(let fingerprint)?: revealed[fingerprint]
            default: nil
            }
        }
        let url = kind.paths(with: .endpointURL).sorted().first
            .flatMap { value(AttributePath($0)) }
        let header = kind.attribute(path.attribute)?.headerName
            .flatMap { live.attributes[$0]?.text }
        guard let url, let header else { return no(.notAskable) }
        var headers: [EndpointChallenge.Header] = []
        for attribute in kind.attributes where attribute.shape == .pairs {
            for entry in live.attributes.entries(of: attribute.path) {
                guard let key = entry.path.key, let value = value(entry.path) else { continue }
                headers.append(EndpointChallenge.Header(name: key, value: value))
            }
        }
        return .success(
            EndpointQuestion(
                url: url, headers: headers, header: header, secret: secret,
                fingerprint: fingerprint))
    }

    /// The first attribute of the challenge that is not the org's: what the endpoint would be asked
    /// is then not what Okta asks it.
    private func firstOtherPath(_ desired: DesiredResource, _ live: LiveObject) -> AttributePath? {
        let asked = kind.attributes.filter { attribute in
            attribute.has(.endpointURL) || attribute.shape == .pairs
                || kind.attributes.contains { $0.headerName == attribute.path }
        }.map(\.path)
        return desired.attributes.paired(with: live.attributes).first { path, wanted, seen in
            asked.contains(path.attribute) && !kind.same(path, wanted, seen)
                && (wanted != nil || desired.declared.contains(path.attribute))
        }?.path
    }
}

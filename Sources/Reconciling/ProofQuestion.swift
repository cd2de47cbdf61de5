import Kinds
import Planning
import Ports
import Vocabulary

/// One object whose secrets are to be proven: as the manifest wants it, and as the org has it.
struct ProofQuestion: Sendable {
    /// Why nothing is asked.
    struct Obstacle: Error {
        let proof: Proof
    }

    let kind: ResourceKind
    let desired: DesiredResource?
    let live: LiveObject?

    /// The fingerprint of the manifest's secret, if there is any sense in asking the endpoint.
    func candidate(at path: AttributePath) -> Result<Fingerprint, Obstacle> {
        func no(_ proof: Proof) -> Result<Fingerprint, Obstacle> {
            .failure(Obstacle(proof: proof))
        }
        guard kind.isProvable(path.attribute) else { return no(.notAskable) }
        guard let desired, case .secret(let fingerprint)? = desired.attributes[path] else {
            return no(.notDeclared)
        }
        guard let live else { return no(.missing) }
        guard live.isVerified == true else { return no(.notVerified) }
        if let other = firstOtherPath(desired, live) { return no(.otherChannel(other)) }
        return .success(fingerprint)
    }

    /// Okta's challenge with a secret in its place; nil where the object has no URL.
    func challenge(
        _ path: AttributePath, secret: Secret, revealed: [Fingerprint: Secret], token: String
    ) -> EndpointChallenge? {
        guard let live, let url = kind.paths(with: .endpointURL).first else { return nil }
        func value(_ path: AttributePath) -> Secret? {
            switch live.attributes[path] {
            case .text(let text)?: Secret(text)
            case .secret(let fingerprint)?: revealed[fingerprint]
            default: nil
            }
        }
        guard let address = value(AttributePath(url)),
            let name = kind.attribute(path.attribute)?.headerName,
            let header = live.attributes[name]?.text
        else { return nil }
        var headers: [EndpointChallenge.Header] = []
        for attribute in kind.attributes where attribute.shape == .pairs {
            for entry in live.attributes.entries(of: attribute.path) {
                guard let key = entry.path.key, let value = value(entry.path) else { continue }
                headers.append(EndpointChallenge.Header(name: key, value: value))
            }
        }
        headers.append(EndpointChallenge.Header(name: header, value: secret))
        return EndpointChallenge(url: address, headers: headers, token: token)
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

import HTTPTransport
package import Kinds
package import Ports
package import Vocabulary

extension OktaClient: PublicKeyReader {
    /// Okta's documents show the answer as a bare JWK and as one in `_embedded`; both are taken.
    package func publicKey(
        _ kind: ResourceKind, id: String
    ) async throws(OrgError) -> PublicKey? {
        guard let half = kind.publicHalf else { return nil }
        let path = try path(below: half.collection, id)
        let request = OrgRequest(
            method: "GET", url: url + path, path: path, timeout: options.timeout,
            scopes: options.access.scopes(for: kind))
        do {
            return try await perform(request) { (response) throws(MalformedAnswer) in
                guard let key = PublicKey(okta: try response.json()), key.id == id else {
                    throw MalformedAnswer(detail: "The answer holds no public key of that name.")
                }
                return key
            }
        } catch .notFound {
            return nil
        }
    }
}

import Kinds
import Planning
import Vocabulary

/// Where Okta calls, as far as it may be shown, for the one who finds out why verification failed.
struct VerifiedEndpoint: Hashable {
    /// Nil when the URL is a secret.
    let url: String?

    init(url: String?) { self.url = url }

    /// - Parameter attributes: those with the endpoint that is meant.
    init(_ change: Change, _ attributes: Attributes) {
        self.init(change.address, attributes)
    }

    init(_ address: Address, _ attributes: Attributes) {
        let kind = KindRegistry.kind(of: address)
        self.init(
            url: kind?.attributes.first { $0.has(.endpointURL) }
                .flatMap { attributes[$0.path]?.text })
    }

    /// What to look at, the likeliest first.
    func lines(style: TextStyle) -> [String] {
        let place = url.map { "Okta sends a GET to \($0)." } ?? "Okta sends a GET to the endpoint."
        let checks = [
            "It must answer within 3 seconds with status 200, content type application/json and "
                + "the body {\"verification\": \"VALUE\"}, where VALUE is what the header "
                + "X-Okta-Verification-Challenge held. An endpoint for POST only fails.",
            "TLS: the certificate must be valid for the host, from a public authority, and sent "
                + "with its whole chain.",
            "The auth header and the hook's other headers are sent with the GET as well: the "
                + "endpoint must accept their values.",
            "Redirects are not followed: the URL must be the final one.",
        ]
        return style.wrapped("\(place) Look at these, in this order:", indent: 0)
            + checks.enumerated().flatMap { place, check in
                style.wrapped(check, mark: "\(place + 1).", indent: 2)
            }
    }
}

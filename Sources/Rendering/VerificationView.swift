import Kinds
import Ports
package import Reconciling
package import State
package import Vocabulary

/// The result of verifications outside a plan for a reader, as plain words and values.
package struct VerificationView: Sendable {
    let outcomes: [(address: Address, outcome: VerifyOperation.Outcome)]
    let snapshot: Snapshot

    package init(_ outcomes: [Address: VerifyOperation.Outcome], snapshot: Snapshot) {
        self.outcomes = outcomes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.snapshot = snapshot
    }

    /// A verification that failed.
    struct FailureView {
        let address: Address
        let failure: StepFailure
        let recorded: RecordedResource?

        /// True if Okta sent the endpoint its challenge.
        var wasAsked: Bool { if case .org(.refused) = failure { true } else { false } }

        var headline: String {
            // No source tells whether Okta still delivers to a hook that was verified before.
            switch (wasAsked, recorded?.isVerified == true) {
            case (true, false): "not verified, so it receives no events"
            case (true, true):
                "not verified now; the next plan tells whether it still receives events"
            case (false, _): "not known to be verified"
            }
        }

        var diagnostic: Diagnostic { describe(failure) }
    }

    var failures: [FailureView] {
        outcomes.compactMap { address, outcome in
            guard case .failed(let failure) = outcome else { return nil }
            return FailureView(
                address: address, failure: failure, recorded: snapshot.resources[address])
        }
    }

    /// Each endpoint that Okta asked in vain, once, sorted by address.
    var endpoints: [VerifiedEndpoint] {
        var endpoints: [VerifiedEndpoint] = []
        for failure in failures where failure.wasAsked {
            let attributes = failure.recorded?.attributes ?? Attributes()
            let endpoint = VerifiedEndpoint(failure.address, attributes)
            if !endpoints.contains(endpoint) { endpoints.append(endpoint) }
        }
        return endpoints
    }
}

/// An endpoint that Okta calls to verify it, as far as it may be shown.
struct VerifiedEndpoint: Hashable {
    /// Nil if the URL is a secret.
    let url: String?

    /// - Parameter attributes: The attributes with the endpoint.
    init(_ address: Address, _ attributes: Attributes) {
        let kind = KindRegistry.kind(of: address)
        url = kind?.attributes.first { $0.has(.endpointURL) }.flatMap { attributes[$0.path]?.text }
    }

    /// Okta's request in words.
    var request: String { "Okta sends a GET to \(url ?? "the endpoint")." }

    /// The causes of a failed verification to check, the likeliest first.
    static let checks = [
        "It must answer within 3 seconds with status 200, content type application/json and "
            + "the body {\"verification\": \"VALUE\"}, where VALUE is what the header "
            + "X-Okta-Verification-Challenge held. An endpoint for POST only fails.",
        "TLS: the certificate must be valid for the host, from a public authority, and sent "
            + "with its whole chain.",
        "The auth header and the hook's other headers are sent with the GET as well: the "
            + "endpoint must accept their values.",
        "Redirects are not followed: the URL must be the final one.",
    ]
}

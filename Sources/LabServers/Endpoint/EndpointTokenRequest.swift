import Foundation

/// A call for an access token, as Okta makes one before it calls the endpoint of an OAuth channel.
struct EndpointTokenRequest: Sendable {
    private let fields: [String: String]

    /// Nil for any other request.
    init?(_ request: LabRequest) {
        let type = request.header("Content-Type")?.lowercased() ?? ""
        guard request.method == "POST", type.hasPrefix("application/x-www-form-urlencoded")
        else { return nil }
        let form = LabRequest(
            method: "", path: "", query: String(decoding: request.body, as: UTF8.self),
            headers: [], body: [], authority: "")
        fields = Dictionary(
            form.parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        guard fields["grant_type"] == "client_credentials" else { return nil }
    }

    /// Whether a client names itself and gives a secret. Which, does not matter here.
    var hasClient: Bool {
        [fields["client_id"], fields["client_secret"]].allSatisfy { $0?.isEmpty == false }
    }
}

import Ports
package import Vocabulary

/// Who we are to the org: a function that gives the headers which say so, for one request.
///
/// It is asked anew for every request, since a proof of possession is bound to the method and the
/// URL and a token runs out.
package struct OrgCredentials: Sendable {
    typealias Headers =
        @Sendable (_ method: String, _ url: String) async throws(OrgError)
        -> [(name: String, value: String)]

    let headers: Headers

    /// An API token, with the rights of the admin who made it.
    package static func apiToken(_ token: Secret) -> OrgCredentials {
        OrgCredentials { (_, _) throws(OrgError) in
            [(name: "Authorization", value: "SSWS \(token.reveal())")]
        }
    }
}

import HTTPTransport
import JSON
import Ports

extension OktaAnswer {
    /// Reads Okta's error object, as far as the answer holds one, and the headers that say more.
    init(_ response: HTTPResponse) {
        let error = try? JSONValue(parsing: response.body)
        let code = error?["errorCode"]?.string
        var summary = error?["errorSummary"]?.string
        if code == nil, !response.body.isEmpty, response.status < 500 {
            summary = "the answer holds no error of Okta's: is the org's URL right?"
        }
        self.init(
            status: response.status,
            errorCode: code,
            summary: summary,
            causes: error?["errorCauses"]?.array?.compactMap { $0["errorSummary"]?.string } ?? [],
            requestID: response.header("X-Okta-Request-Id") ?? error?["errorId"]?.string,
            missingScopes: scopesAskedFor(in: response.headers("WWW-Authenticate")))
    }

    /// What a redirect explains. The request was not repeated there, so neither were credentials.
    init(redirect response: HTTPResponse) {
        let target = response.header("Location").flatMap { try? URLOrigin($0) }
        let place = target.map { " to \($0.host)" } ?? ""
        self.init(
            status: response.status,
            summary: "the org's URL answers with a redirect\(place), which was not followed and got"
                + " no credentials: is it the org's own URL, or its custom domain?",
            requestID: response.header("X-Okta-Request-Id"))
    }

    /// One sentence for people: `Okta answered 503: Service is in read only mode (E0000010).`
    var inWords: String {
        let reason = summary.map { ": \($0)" } ?? ""
        let code = errorCode.map { " (\($0))" } ?? ""
        return "Okta answered \(status)\(reason)\(code)."
    }
}

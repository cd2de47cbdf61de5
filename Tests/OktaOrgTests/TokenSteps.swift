import Foundation
import HTTPTransport

extension ScriptedOrg.Step {
    /// An access token, with all scopes that were asked for unless said.
    static func token(
        _ text: String, type: String = "Bearer", lifetime: Int = 3600, scope: String? = nil
    ) -> Self {
        let granted = scope.map { #","scope":"\#($0)""# } ?? ""
        return answer(
            200,
            #"{"token_type":"\#(type)","expires_in":\#(lifetime),"access_token":"\#(text)"\#(granted)}"#
        )
    }

    /// The token endpoint's refusal, in OAuth's form.
    static func refusedToken(
        _ status: Int, _ code: String, _ headers: [(name: String, value: String)] = []
    ) -> Self {
        answer(status, #"{"error":"\#(code)","error_description":"No."}"#, headers)
    }
}

extension HTTPRequest {
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The fields of a form, decoded.
    var form: [String: String] {
        let text = String(decoding: body ?? [], as: UTF8.self)
        let pairs = text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (halves[0], halves.last?.removingPercentEncoding ?? "")
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

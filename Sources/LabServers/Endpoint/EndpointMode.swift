/// How an endpoint behaves towards whoever has the right auth header.
package enum EndpointMode: Sendable, Equatable {
    /// Answers the challenge and inline hooks, takes deliveries.
    case ok
    /// 200 and JSON, but another value than the challenge, no object to an inline hook.
    case wrongBody
    /// As it should, only later than Okta waits.
    case slow
    /// Sends every call elsewhere; the other place would answer as it should.
    case redirect
    /// That status, whatever is asked.
    case status(Int)
    /// Fails each first attempt with a 503, so that the retry succeeds.
    case flaky
    /// Answers the challenge and inline hooks with plain text.
    case plainText

    /// Reads `ok`, `wrong-body`, `slow`, `redirect`, `status=NNN`, `flaky` or `plain-text`.
    package init?(_ name: String) {
        switch name {
        case "ok": self = .ok
        case "wrong-body": self = .wrongBody
        case "slow": self = .slow
        case "redirect": self = .redirect
        case "flaky": self = .flaky
        case "plain-text": self = .plainText
        default:
            guard name.hasPrefix("status="), let status = Int(name.dropFirst(7)),
                (200..<600).contains(status)
            else { return nil }
            self = .status(status)
        }
    }

    package var name: String {
        switch self {
        case .ok: "ok"
        case .wrongBody: "wrong-body"
        case .slow: "slow"
        case .redirect: "redirect"
        case .status(let status): "status=\(status)"
        case .flaky: "flaky"
        case .plainText: "plain-text"
        }
    }
}

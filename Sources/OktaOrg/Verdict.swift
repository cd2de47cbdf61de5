import HTTPTransport
import Ports

/// What an answer means for the call, before its body is read.
enum Verdict: Hashable {
    case success
    /// Refused before it was looked at. The wait is by the server's clock; nil when there is no
    /// telling, as for the limit on how much runs at once.
    case rateLimited(OktaAnswer, wait: Duration?)
    /// Failed on Okta's side; a read is asked again.
    case failed(OrgError.Failure)
    /// Final.
    case refused(OrgError)

    init(_ response: HTTPResponse) {
        switch response.status {
        case 200..<300:
            self = .success
        case 300..<400:
            self = .refused(.refused(OktaAnswer(redirect: response)))
        case 429:
            self = .rateLimited(OktaAnswer(response), wait: RateLimit(response)?.wait)
        case 408, 500...:
            let answer = OktaAnswer(response)
            let isReadOnly = response.status == 503 && answer.errorCode == "E0000010"
            self = .failed(
                OrgError.Failure(
                    detail: answer.inWords, answer: answer, mayHaveHappened: !isReadOnly))
        default:
            let answer = OktaAnswer(response)
            switch (response.status, answer.errorCode) {
            case (401, _), (403, _): self = .refused(.unauthorized(answer))
            case (404, "E0000007"): self = .refused(.notFound(answer))
            default: self = .refused(.refused(answer))
            }
        }
    }
}

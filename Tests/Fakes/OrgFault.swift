import Ports

/// What goes wrong with one request to the fake org.
enum OrgFault: String, Hashable, Sendable, CaseIterable {
    /// Answered with 400; nothing is changed.
    case refused
    /// Answered with 403; nothing is changed.
    case unauthorized
    /// Still 429 after all the waiting.
    case rateLimited
    /// The connection breaks before the request arrives.
    case lostRequest
    /// The request is carried out and its answer is lost.
    case lostAnswer
    /// As `lostRequest`, and every request after it.
    case outage
    /// As `lostAnswer`, and every request after it is lost.
    case outageAfterChange

    /// Whether the request is carried out.
    var happens: Bool { self == .lostAnswer || self == .outageAfterChange }

    var isOutage: Bool { self == .outage || self == .outageAfterChange }

    func error(isRead: Bool) -> OrgError {
        switch self {
        case .refused: .refused(OktaAnswer(status: 400, errorCode: "E0000001"))
        case .unauthorized: .unauthorized(OktaAnswer(status: 403, errorCode: "E0000006"))
        case .rateLimited: .rateLimited(OktaAnswer(status: 429, errorCode: "E0000047"))
        case .lostRequest, .lostAnswer, .outage, .outageAfterChange:
            // The client cannot tell which of the two it was.
            .unavailable(
                OrgError.Failure(detail: "the connection broke", mayHaveHappened: !isRead))
        }
    }
}

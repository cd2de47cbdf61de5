/// An answer of Okta's standard error shape.
struct OktaError: Error, Sendable {
    let status: Int
    let code: String
    let summary: String
    var causes: [String] = []

    /// The error object; the summary as plain text where the error has no code.
    var answer: LabAnswer {
        if code.isEmpty {
            return LabAnswer(
                status: status, headers: [HeaderField("Content-Type", "text/plain")],
                body: Array(summary.utf8))
        }
        let body: LabJSON = [
            "errorCode": .string(code),
            "errorSummary": .string(summary),
            "errorLink": .string(code),
            "errorId": .string(Identifiers.error()),
            "errorCauses": .array(causes.map { ["errorSummary": .string($0)] }),
        ]
        return .json(body, status: status)
    }
}

extension OktaError {
    /// A body that can be read, but breaks the rules of what it describes.
    static func invalid(_ object: String, _ causes: [String]) -> OktaError {
        OktaError(
            status: 400, code: "E0000001", summary: "Api validation failed: \(object)",
            causes: causes)
    }

    /// Unparsable JSON; and, as far as is known, JSON of the wrong type or an unknown word.
    static let notWellFormed = OktaError(
        status: 400, code: "E0000003", summary: "The request body was not well-formed.")

    static let wrongMediaType = OktaError(
        status: 400, code: "E0000021",
        summary: "Bad request.  Accept and/or Content-Type headers likely do not match supported"
            + " values.")

    static func invalidSearch(_ cause: String) -> OktaError {
        OktaError(
            status: 400, code: "E0000031", summary: "Invalid search criteria.", causes: [cause])
    }

    static func invalidField(_ field: String) -> OktaError {
        OktaError(status: 400, code: "E0000053", summary: "field is not valid: \(field)")
    }

    static let invalidToken = OktaError(
        status: 401, code: "E0000011", summary: "Invalid token provided")

    /// The org has not switched the feature on.
    static let noFeature = OktaError(
        status: 401, code: "E0000015",
        summary: "You do not have permission to access the feature you are requesting")

    static func notFound(_ id: String, _ type: String) -> OktaError {
        OktaError(
            status: 404, code: "E0000007",
            summary: "Not found: Resource not found: \(id) (\(type))")
    }

    static let unknownPath = OktaError(
        status: 404, code: "E0000008", summary: "The requested path was not found")

    static let wrongMethod = OktaError(
        status: 405, code: "E0000022",
        summary: "The endpoint does not support the provided HTTP method")

    /// Okta's web server says so before the API has its word, hence without an error object.
    static let lengthRequired = OktaError(
        status: 411, code: "",
        summary: "Length Required: a POST or PUT says how long its body is, even if there is none:"
            + " with curl, -d ''.\n")

    static let overRateLimit = OktaError(
        status: 429, code: "E0000047",
        summary: "API call exceeded rate limit due to too many requests.")

    static func internalError(_ cause: String) -> OktaError {
        OktaError(
            status: 500, code: "E0000009", summary: "Internal Server Error", causes: [cause])
    }

    static let readOnly = OktaError(
        status: 503, code: "E0000010", summary: "Service is in read only mode")

    /// The error object a bare status most likely carries; for faults that name only a status.
    static func typical(for status: Int) -> OktaError {
        switch status {
        case 401: invalidToken
        case 403:
            OktaError(
                status: 403, code: "E0000006",
                summary: "You do not have permission to perform the requested action")
        case 404: notFound("unknown", "Resource")
        case 405: wrongMethod
        case 429: overRateLimit
        case 503: readOnly
        case 400..<500:
            OktaError(
                status: status, code: "E0000001", summary: "Api validation failed: request")
        default:
            OktaError(
                status: status, code: "E0000009", summary: "Internal Server Error")
        }
    }
}

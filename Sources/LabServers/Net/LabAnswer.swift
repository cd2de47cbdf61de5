/// What a handler wants sent, and how the connection is to end.
struct LabAnswer: Sendable {
    /// How the answer leaves the server.
    enum Ending: Sendable, Equatable {
        /// Whole, and the connection stays open for the next request.
        case whole
        /// The length promises more than is sent, then the connection closes.
        case truncated
        /// Nothing is sent, the connection closes.
        case silent
        /// Nothing is sent, the connection is reset.
        case reset
    }

    var status: Int
    var headers: [HeaderField]
    var body: [UInt8]
    var ending: Ending = .whole

    init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// JSON on one line, as an API gives it.
    static func json(_ value: LabJSON, status: Int = 200) -> LabAnswer {
        LabAnswer(
            status: status, headers: [HeaderField("Content-Type", "application/json")],
            body: Array(value.compact.utf8))
    }

    /// JSON over several lines, for the lab's own admin paths that people read.
    static func prettyJSON(_ value: LabJSON, status: Int = 200) -> LabAnswer {
        LabAnswer(
            status: status, headers: [HeaderField("Content-Type", "application/json")],
            body: Array(value.pretty.utf8))
    }

    static func html(_ page: String) -> LabAnswer {
        LabAnswer(
            status: 200,
            headers: [
                HeaderField("Content-Type", "text/html; charset=utf-8"),
                HeaderField("Cache-Control", "no-store"),
            ], body: Array(page.utf8))
    }

    static func plain(_ text: String, status: Int) -> LabAnswer {
        LabAnswer(
            status: status, headers: [HeaderField("Content-Type", "text/plain; charset=utf-8")],
            body: Array("\(text)\n".utf8))
    }

    /// A mistake in a request to the lab's own paths, said plainly.
    static func refused(_ reason: String) -> LabAnswer {
        .prettyJSON(["error": .string(reason)], status: 400)
    }

    static let noContent = LabAnswer(status: 204)

    /// Ends the connection without an answer.
    static func noAnswer(_ ending: Ending) -> LabAnswer {
        var answer = LabAnswer(status: 0)
        answer.ending = ending
        return answer
    }
}

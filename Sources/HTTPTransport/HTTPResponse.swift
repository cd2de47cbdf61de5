/// One complete answer. A redirect is an answer like any other: none is followed.
package struct HTTPResponse: Sendable {
    package var status: Int

    /// `1.0`, `1.1`, `2` or `3`.
    package var httpVersion: String

    /// The final answer's headers in the order they came, with names in lower case.
    package var headers: [(name: String, value: String)]

    package var body: [UInt8]
    package var timings: HTTPTimings

    /// Present when the request asked for it.
    package var connection: ConnectionFacts?

    package init(
        status: Int,
        httpVersion: String = "1.1",
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = [],
        timings: HTTPTimings = HTTPTimings(),
        connection: ConnectionFacts? = nil
    ) {
        self.status = status
        self.httpVersion = httpVersion
        self.headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
        self.body = body
        self.timings = timings
        self.connection = connection
    }

    /// The first value under a name, whatever the case of its letters.
    package func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name == wanted }?.value
    }

    /// Every value under a name, in the order they came.
    package func headers(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return headers.filter { $0.name == wanted }.map(\.value)
    }
}

/// One call the endpoint got, and what became of it.
struct ReceivedRequest: Sendable {
    let number: Int
    let request: LabRequest
    let time: Timestamp
    let status: Int
    let verdict: String

    var target: String {
        request.query.isEmpty ? request.path : "\(request.path)?\(request.query)"
    }

    /// For the terminal: nothing a secret could be in.
    var line: String {
        "\(time.text) \(request.method) \(request.path) \(status) \(verdict)"
    }

    var representation: LabJSON {
        [
            "n": LabJSON(number), "method": .string(request.method), "path": .string(target),
            "headers": .array(
                ([HeaderField("Host", request.authority)] + request.headers).map {
                    ["key": .string($0.name), "value": .string($0.value)]
                }),
            "body": .string(String(decoding: request.body, as: UTF8.self)),
            "time": .string(time.text), "status": LabJSON(status), "verdict": .string(verdict),
        ]
    }
}

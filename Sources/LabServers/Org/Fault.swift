/// Something that goes wrong with one request.
enum Fault: Sendable {
    /// Another answer in place of the request's own; `afterChange`: the request took effect.
    case answer(LabAnswer, afterChange: Bool)
    /// No answer at all.
    case cut(LabAnswer.Ending, afterChange: Bool)
    /// Nothing for a while, then the connection closes.
    case hang(Duration, afterChange: Bool)
    /// The request takes effect; the answer ends before its announced length.
    case truncated
    /// The request takes effect; its answer carries another body, and perhaps another status.
    case wrongBody([UInt8], status: Int?)
    /// All goes well, only later.
    case delay(Duration)

    /// What happens before the operation runs, if anything.
    var insteadOfChange: Fault? {
        switch self {
        case .answer(_, afterChange: false), .cut(_, afterChange: false),
            .hang(_, afterChange: false):
            self
        default: nil
        }
    }
}

/// A fault that waits for its requests.
struct FaultPlan: Sendable {
    var number = 0
    let fault: Fault
    /// As it was given, for the list of what is pending.
    private let given: LabJSON
    private let method: String?
    private let path: [Substring]?
    /// Strikes the requests counted `first` to `last` among those that match.
    private let first: Int
    private let last: Int
    private var seen = 0

    var isSpent: Bool { seen >= last }

    var description: LabJSON {
        [
            "id": LabJSON(number), "seen": LabJSON(seen), "remaining": LabJSON(last - seen),
            "given": given,
        ]
    }

    /// Counts the request if it matches, and says whether it is one of those to be struck.
    mutating func countsAndStrikes(_ request: LabRequest) -> Bool {
        if let method, method != request.method { return false }
        if let path, !Self.matches(path, request.path.split(separator: "/")) { return false }
        seen += 1
        return (first...last).contains(seen)
    }

    /// `*` stands for one segment, `**` at the end for any rest.
    private static func matches(_ pattern: [Substring], _ path: [Substring]) -> Bool {
        if pattern.last == "**" {
            let start = pattern.dropLast()
            return path.count >= start.count
                && zip(start, path).allSatisfy { $0 == "*" || $0 == $1 }
        }
        return pattern.count == path.count
            && zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
}

extension FaultPlan {
    /// Reads the body of `POST /lab/faults`.
    init(_ body: LabJSON) throws(StateFault) {
        given = body
        method = body["method"]?.text?.uppercased()
        path = body["path"]?.text?.split(separator: "/")
        first = try Self.count(body, "at", unless: 1)
        last = first + (try Self.count(body, "times", unless: 1)) - 1
        guard let fault = body["fault"] else { throw StateFault("fault is missing") }
        self.fault = try Self.fault(fault)
    }

    private static func count(
        _ body: LabJSON, _ key: String, unless standard: Int
    ) throws(StateFault) -> Int {
        guard let value = body[key] else { return standard }
        guard let number = value.integer, (1...1_000_000).contains(number) else {
            throw StateFault("\(key) is not a number from 1")
        }
        return number
    }

    private static func fault(_ body: LabJSON) throws(StateFault) -> Fault {
        let afterChange = body["after"]?.flag ?? false
        switch body["kind"]?.text {
        case "status":
            guard let status = body["status"]?.integer, (200..<600).contains(status) else {
                throw StateFault("fault.status is not an HTTP status")
            }
            return .answer(answer(status, body), afterChange: afterChange)
        case "resetBefore": return .cut(try ending(body), afterChange: false)
        case "resetAfter": return .cut(try ending(body), afterChange: true)
        case "hang":
            return .hang(try duration(body, "seconds", scale: 1000), afterChange: afterChange)
        case "truncated": return .truncated
        case "wrongBody":
            guard let replacement = body["body"] else { throw StateFault("fault.body is missing") }
            return .wrongBody(Array(bytes(replacement)), status: body["status"]?.integer)
        case "delay": return .delay(try duration(body, "ms", scale: 1))
        case let kind: throw StateFault("no fault is of the kind \(kind ?? "null")")
        }
    }

    private static func answer(_ status: Int, _ body: LabJSON) -> LabAnswer {
        var answer = OktaError.typical(for: status).answer
        answer.status = status
        if let replacement = body["body"] { answer.body = Array(bytes(replacement)) }
        for header in body["headers"]?.members ?? [] {
            answer.headers.removeAll { $0.name.lowercased() == header.key.lowercased() }
            answer.headers.append(
                HeaderField(header.key, header.value.text ?? header.value.compact))
        }
        return answer
    }

    private static func ending(_ body: LabJSON) throws(StateFault) -> LabAnswer.Ending {
        switch body["with"]?.text ?? "rst" {
        case "rst": return .reset
        case "close": return .silent
        default: throw StateFault("fault.with is neither rst nor close")
        }
    }

    /// A string is sent as it is, anything else as JSON.
    private static func bytes(_ body: LabJSON) -> String.UTF8View {
        (body.text ?? body.compact).utf8
    }

    private static func duration(
        _ body: LabJSON, _ key: String, scale: Double
    ) throws(StateFault) -> Duration {
        guard case .number(let spelling)? = body[key], let amount = Double(spelling), amount >= 0
        else { throw StateFault("fault.\(key) is not a number") }
        return .milliseconds(Int(min(amount * scale, 86_400_000)))
    }
}

import JSON
import Reconciling

extension DeliveryResult {
    /// The result as text: the status and the time, the start of the response's body, and what Okta
    /// would do.
    func text(_ style: TextStyle) -> String {
        style.text(
            [.paragraph("\(heading, verdict == .accepted ? .added : .removed)")] + shownBody(body)
                + [.paragraph("\(consequence)")])
    }

    /// The result for programs.
    var json: JSONValue {
        [
            "verdict": .string(verdict.word),
            "status": status.map { .number(JSONNumber($0)) } ?? .null,
            "milliseconds": milliseconds.map { .number(JSONNumber($0)) } ?? .null,
            "in_time": .bool(isInTime),
            "body": .string(body),
            "consequence": .string(consequence),
        ]
    }
}

/// The start of a body, which should be empty.
private func shownBody(_ body: String) -> [TextBlock] {
    let most = (lines: 20, columns: 200)
    var lines = body.unicodeScalars.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }
    ).map { String($0) }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let rest = lines.count - most.lines
    let shown = lines.prefix(most.lines).map { line -> TextBlock in
        // The rest of a line end in the style of HTTP.
        let line = line.last == "\r" ? String(line.dropLast()) : line
        return .line(StyledText(cutting: line, to: most.columns), indent: 2)
    }
    return rest > 0
        ? shown + [.line("\("and \(quantity(rest, "line")) more", .faint)", indent: 2)] : shown
}

extension DeliveryResult {
    fileprivate var milliseconds: Int? { elapsed.map { Int($0 / .milliseconds(1)) } }

    fileprivate var isInTime: Bool { elapsed.map { $0 < DeliverOperation.patience } ?? false }

    fileprivate var heading: String {
        switch verdict {
        case .silent(let limit): return "No answer within \(seconds(limit)); Okta waits 3 s."
        case .unanswered(let detail, _): return detail
        case .accepted, .late, .failed, .refused:
            let speed = isInTime ? "fast enough" : "too slow"
            return
                "Answered with \(status ?? 0) in \(milliseconds ?? 0) ms; Okta waits 3 s: \(speed)."
        }
    }

    fileprivate var consequence: String {
        switch verdict {
        case .accepted: "Okta would take the event as delivered."
        case .late: "Okta would have given up, and tried once more."
        case .failed: "Okta would try once more, and then give the event up."
        case .refused where (300..<400).contains(status ?? 0):
            "Okta follows no redirects: the event would be lost."
        case .refused: "Okta would not try again: the event would be lost."
        case .silent(let limit) where limit < DeliverOperation.patience:
            "Whether an answer would have come in time is not known."
        case .silent: "Okta would have given up, and tried once more."
        case .unanswered(_, mayHaveArrived: false): "Nothing was delivered."
        case .unanswered:
            "The endpoint may have got the event. What Okta would do is not known."
        }
    }

    private func seconds(_ duration: Duration) -> String {
        "\(Int(duration / .seconds(1))) s"
    }
}

extension DeliveryResult.Verdict {
    fileprivate var word: String {
        switch self {
        case .accepted: "accepted"
        case .late: "late"
        case .failed: "failed"
        case .refused: "refused"
        case .silent: "silent"
        case .unanswered: "unanswered"
        }
    }
}

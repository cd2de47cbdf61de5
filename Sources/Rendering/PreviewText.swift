import Filters
import JSON
import Kinds
package import Reconciling

/// A request as it goes over the wire, except for its secrets; the body is laid out.
package func renderRequest(_ delivery: HookDelivery, style: TextStyle) -> String {
    let (target, host) = delivery.requestTarget
    let headers = delivery.headers.map { header -> TextBlock in
        .line("\(header.name): \(header.value.shown(nil))")
    }
    let body = delivery.body.text(.pretty).split(separator: "\n")
    return style.text(
        [.line("\("POST ", .heading)\(target)\(" HTTP/1.1", .heading)"), .line("Host: \(host)")]
            + headers + [.line("Content-Length: \(delivery.bytes.count)"), .blank]
            + body.map { .line("\($0)") })
}

/// Where the event is from, in a sentence or two.
package func renderSource(_ report: PreviewReport, style: TextStyle) -> String {
    let type = report.eventType
    let published = report.event["published"]?.string.map { " of \($0)" } ?? ""
    let words: String
    switch report.source {
    case .sample(let reason):
        words = (reason.map { $0 + " " } ?? "") + "This is a sample event of \(type), made up."
    case .latest: words = "This is the latest \(type) of the org's log,\(published)."
    case .logged: words = "This is an event of the org's log, \(type)\(published)."
    case .file(let name, let isAlone):
        let first = isAlone ? "the event" : "the first event"
        words = "This is \(first) of \(name), \(type)\(published)."
    }
    return renderSentence(words, style: style)
}

/// True if Okta would send it, in a sentence; if wanted, with which part of the filter came to what.
package func renderVerdict(
    _ report: PreviewReport, withTrace: Bool, style: TextStyle
) -> String {
    let words = renderSentence(report.words, style: style)
    guard withTrace, report.isActive, case .filtered(_, let expression, let trace?) = report.outcome
    else { return words }
    return words + "\n" + renderTrace(trace, of: expression, style: style)
}

extension PreviewReport {
    fileprivate var words: String {
        guard isActive else { return "Okta would not send it: the hook is inactive." }
        let filter = "the filter for \(eventType)"
        switch outcome {
        case .unsubscribed:
            return "Okta would not send it: the hook does not subscribe to \(eventType)."
        case .unfiltered: return "Okta would send it: the hook has no filter for \(eventType)."
        case .filtered(.delivered, _, _): return "Okta would send it: \(filter) is true."
        case .filtered(.dropped, _, _): return "Okta would not send it: \(filter) is false."
        case .filtered(.notBoolean, _, _):
            return "Whether Okta would send it is not known: \(filter) comes to something that is"
                + " not true or false."
        case .filtered(.failed(let failure), _, _):
            return "Whether Okta would send it is not known: \(filter) \(failure.kind.words)."
        case .unreadable:
            return "Whether Okta would send it is not known: the event is nested too deep."
        case .broken(let finding):
            return "Whether Okta would send it is not known: \(filter) is no expression. "
                + finding.detail
        }
    }
}

extension HookDelivery.Part {
    fileprivate func shown(_ role: TextStyle.Role?) -> StyledText {
        switch self {
        case .clear(let text): StyledText(text, role)
        case .secret: "\(symbol: .mask, role)"
        }
    }
}

extension HookDelivery {
    /// The target in the request's first line, and the request's host.
    fileprivate var requestTarget: (target: StyledText, host: StyledText) {
        guard case .clear(let url) = url else { return (url.shown(.heading), url.shown(nil)) }
        var rest = url[...]
        if let colon = rest.firstIndex(of: ":") { rest = rest[colon...].dropFirst(3) }
        let host = rest.prefix { !"/?".contains($0) }
        let target = rest.dropFirst(host.count)
        return (
            StyledText(target.hasPrefix("/") ? String(target) : "/" + target, .heading),
            StyledText(String(host))
        )
    }
}

import JSON
import Reconciling

extension PreviewView {
    /// The request as it goes over the wire, except for its secrets; the body is laid out.
    func requestText(_ style: TextStyle) -> String {
        let (target, host) = delivery.requestTarget
        let headers = delivery.headers.map { header -> TextBlock in
            .line("\(header.name): \(header.value.shown(nil))")
        }
        let body = delivery.body.text(.pretty).split(separator: "\n")
        return style.text(
            [
                .line("\("POST ", .heading)\(target)\(" HTTP/1.1", .heading)"),
                .line("Host: \(host)"),
            ]
                + headers + [.line("Content-Length: \(delivery.bytes.count)"), .blank]
                + body.map { .line("\($0)") })
    }

    /// Okta's decision, and the parts of the filter if they are wanted.
    package func verdictText(withTrace: Bool, style: TextStyle) -> String {
        let lines = withTrace ? trace.map { $0.block(indent: 0) } : []
        return style.text(TextBlock.prose(verdict) + (lines.isEmpty ? [] : [.blank] + lines))
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

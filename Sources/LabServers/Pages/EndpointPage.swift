extension EndpointService {
    /// What has come in, newest first; the values of auth headers are masked.
    var page: String {
        var page = HTML()
        page.paragraph(
            "Mode: \(mode.name). "
                + (auth.map { "Callers have to send the \($0.header) header." }
                    ?? "Anyone may call."))
        page.heading("Requests, last ones")
        page.table(
            ["No.", "Time", "Request", "Status", "Verdict", "Headers", "Body"],
            received.suffix(50).reversed().map { entry in
                [
                    "\(entry.number)", entry.time.text, "\(entry.request.method) \(entry.target)",
                    "\(entry.status)", entry.verdict,
                    entry.request.headers.map(shown).joined(separator: "; "),
                    String(decoding: entry.request.body, as: UTF8.self),
                ]
            }, empty: "None yet.")
        return page.page(title: "tenterhook-lab endpoint")
    }

    private func shown(_ header: HeaderField) -> String {
        let secrets = ["authorization", "proxy-authorization", auth?.header.lowercased() ?? ""]
        let isSecret = secrets.contains(header.name.lowercased())
        return "\(header.name): \(isSecret ? "(hidden)" : header.value)"
    }
}

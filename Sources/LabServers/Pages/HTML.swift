/// A page for people: one file, calm, without anything from elsewhere.
struct HTML {
    private var body = ""

    /// The text with all that HTML would take for markup made harmless.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    mutating func heading(_ text: String) {
        body += "<h2>\(Self.escaped(text))</h2>\n"
    }

    mutating func paragraph(_ text: String) {
        body += "<p>\(Self.escaped(text))</p>\n"
    }

    /// A table; `empty` is said where it has no rows.
    mutating func table(_ columns: [String], _ rows: [[String]], empty: String) {
        guard !rows.isEmpty else {
            body += "<p class=\"empty\">\(Self.escaped(empty))</p>\n"
            return
        }
        body += "<table><thead><tr>"
        body += columns.map { "<th>\(Self.escaped($0))</th>" }.joined()
        body += "</tr></thead><tbody>\n"
        for row in rows {
            body += "<tr>" + row.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        body += "</tbody></table>\n"
    }

    /// The whole page; it looks again every few seconds.
    func page(title: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="refresh" content="5">
        <title>\(Self.escaped(title))</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
          padding: 0 1rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
          border-bottom: 1px solid #8883; overflow-wrap: anywhere; }
        th { font-weight: 600; } .empty { opacity: .7; }
        </style></head><body>
        <h1>\(Self.escaped(title))</h1>
        \(body)</body></html>

        """
    }
}

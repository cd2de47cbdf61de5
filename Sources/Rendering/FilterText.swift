package import Filters
package import JSON
package import Vocabulary

/// What a filter delivers in words, and the fields it looks at.
package func renderFilterReading(_ expression: FilterExpression, style: TextStyle) -> String {
    let words = FilterReading.words(for: expression)
    var lines = style.wrapped("Delivers \(words).", indent: 0)
    let fields = FieldReport.fields(of: expression)
    if !fields.isEmpty {
        var table = TextTable(headings: ["field", "holds", "documented for filters"])
        for field in fields {
            table.rows.append([
                style.visible(field.path), field.kind, field.isDocumented ? "yes" : "no",
            ])
        }
        lines += [""] + table.lines(style: style)
    }
    return text(lines)
}

/// What is to be said of an expression, each with its place in the text of the expression.
package func filterDiagnostics(
    _ findings: [Finding], in expression: String, named name: String
) -> [Diagnostic] {
    findings.map { finding in
        Diagnostic(
            finding.severity == .error ? .error : .warning, "filter-" + finding.code,
            finding.summary, detail: finding.detail,
            at: location(of: finding.range, in: expression, named: name))
    }
}

/// A place in a text of one line or of several.
private func location(
    of range: Range<Int>, in text: String, named name: String
) -> SourceLocation {
    var (line, column, offset) = (1, 1, 0)
    var start = (line: 1, column: 1)
    var end = 1
    for scalar in text.unicodeScalars {
        if offset == range.lowerBound { start = (line, column) }
        if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        offset += scalar.utf8.count
        if offset <= range.upperBound, line == start.line { end = column }
    }
    if offset == range.lowerBound { start = (line, column) }
    return SourceLocation(
        file: name, line: start.line, column: start.column,
        endColumn: max(start.column + 1, end))
}

/// The same for programs.
package func filterDocument(_ text: String, _ findings: [Finding]) -> JSONValue {
    var expression: FilterExpression?
    do throws(ExpressionError) {
        expression = try FilterExpression(parsing: text)
    } catch {
        // It is among the findings.
    }
    return [
        "expression": .string(text),
        "valid": .bool(!findings.contains { $0.severity == .error }),
        "reading": expression.map { .string(FilterReading.words(for: $0)) } ?? .null,
        "fields": .array(
            expression.map(FieldReport.fields)?.map { field in
                [
                    "path": .string(field.path), "kind": .string(field.kind),
                    "documented": .bool(field.isDocumented),
                ]
            } ?? []),
        "findings": .array(
            findings.map { finding in
                [
                    "severity": .string(finding.severity.rawValue),
                    "code": .string(finding.code), "summary": .string(finding.summary),
                    "detail": .string(finding.detail),
                    "offset": .number(JSONNumber(finding.range.lowerBound)),
                    "length": .number(JSONNumber(finding.range.count)),
                ]
            }),
    ]
}

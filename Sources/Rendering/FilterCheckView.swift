package import Filters
import JSON
package import Vocabulary

/// A check of filters for a reader.
package struct FilterCheckView: Sendable {
    package struct Subject: Sendable {
        /// The event type of a hook's filter; nil for an expression alone.
        let eventType: String?
        let text: String
        let findings: [Finding]

        package init(eventType: String?, text: String, findings: [Finding]) {
            self.eventType = eventType
            self.text = text
            self.findings = findings
        }

        var isValid: Bool { !findings.contains { $0.severity == .error } }

        /// Nil if the text isn't an expression, which is among the findings.
        var expression: FilterExpression? {
            do throws(ExpressionError) {
                return try FilterExpression(parsing: text)
            } catch {
                return nil
            }
        }
    }

    let subjects: [Subject]

    package init(_ subjects: [Subject]) { self.subjects = subjects }

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(.array(subjects.map(\.json)))
        }
    }

    /// The events that each valid filter delivers in words, and the fields that it reads.
    private func text(_ style: TextStyle) -> String {
        let readings = subjects.filter(\.isValid).map(\.blocks)
        return style.text(Array(readings.joined(separator: [.blank])))
    }
}

extension FilterCheckView.Subject {
    fileprivate var blocks: [TextBlock] {
        guard let expression else { return [] }
        var blocks: [TextBlock] = eventType.map { [.line("\($0)")] } ?? []
        blocks.append(.paragraph("Delivers \(FilterReading.words(for: expression))."))
        let fields = FieldReport.fields(of: expression)
        if !fields.isEmpty {
            blocks += [
                .blank,
                .table(
                    TextTable(
                        headings: ["field", "holds", "documented for filters"],
                        rows: fields.map {
                            ["\($0.path)", "\($0.kind)", $0.isDocumented ? "yes" : "no"]
                        })),
            ]
        }
        return blocks
    }

    fileprivate var json: JSONValue {
        [
            "expression": .string(text),
            "valid": .bool(isValid),
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
                        "code": .string(finding.rule.id), "summary": .string(finding.rule.summary),
                        "detail": .string(finding.detail),
                        "offset": .number(JSONNumber(finding.range.lowerBound)),
                        "length": .number(JSONNumber(finding.range.count)),
                    ]
                }),
            "event_type": eventType.map { .string($0) } ?? .null,
        ]
    }
}

/// The findings on an expression, each with its place in the text of the expression.
package func filterDiagnostics(
    _ findings: [Finding], in expression: String, named name: String
) -> [Diagnostic] {
    findings.map { finding in
        Diagnostic(
            finding.severity == .error ? .error : .warning, finding.rule, detail: finding.detail,
            at: location(of: finding.range, in: expression, named: name))
    }
}

/// Returns the place of a range in a text of one or more lines.
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

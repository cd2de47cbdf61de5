package import JSON
package import Vocabulary

/// The result of checking a valid manifest for a reader.
package struct ValidationView: Sendable {
    let resources: Int
    let orgs: Int
    let warnings: [Diagnostic]

    package init(resources: Int, orgs: Int, warnings: [Diagnostic]) {
        self.resources = resources
        self.orgs = orgs
        self.warnings = warnings
    }

    /// The text leaves out the warnings, which are shown with excerpts on standard error.
    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text:
            style.text([
                .line("Valid: \(quantity(resources, "resource")) for \(quantity(orgs, "org")).")
            ])
        case .json:
            renderDocument(["valid": true, "diagnostics": diagnosticsDocument(warnings)])
        }
    }
}

/// Diagnostics as a JSON array, in the order of their places.
package func diagnosticsDocument(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(
        diagnostics.inOrder.map { diagnostic in
            [
                "severity": .string(diagnostic.severity.rawValue),
                "code": .string(diagnostic.rule.id),
                "summary": .string(diagnostic.summary),
                "detail": .string(
                    ([diagnostic.detail] + diagnostic.notes + [diagnostic.advice]).filter {
                        !$0.isEmpty
                    }
                    .joined(separator: "\n")),
                "commands": .array(diagnostic.commands.map { .string($0) }),
                "location": diagnostic.location.map { place in
                    [
                        "file": .string(place.file),
                        "line": .number(JSONNumber(place.line)),
                        "column": .number(JSONNumber(place.column)),
                    ]
                } ?? .null,
            ]
        })
}

package import JSON
package import Vocabulary

/// Diagnostics as a JSON array, in the order of their places.
package func diagnosticsDocument(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(
        diagnostics.inOrder.map { diagnostic in
            [
                "severity": .string(diagnostic.severity.rawValue),
                "code": .string(diagnostic.code),
                "summary": .string(diagnostic.summary),
                "detail": .string(
                    [diagnostic.detail, diagnostic.advice].filter { !$0.isEmpty }
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

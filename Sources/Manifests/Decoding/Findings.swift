import Vocabulary

/// Collects what is found wrong, each finding once, and only so many that a person could read them.
struct Findings {
    /// How many are kept; a file with more mistakes than this is no manifest.
    static let most = 1000

    /// Where nothing of a source is shown.
    var secrets = SecretPlaces()
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private var dropped: (errors: Int, warnings: Int) = (0, 0)

    /// How many there are, dropped ones too.
    var count: Int { diagnostics.count + dropped.errors + dropped.warnings }
    var isFull: Bool { diagnostics.count >= Self.most }
    var hasErrors: Bool { dropped.errors > 0 || diagnostics.hasErrors }

    mutating func add(_ more: [Diagnostic]) {
        for diagnostic in more where seen.insert(diagnostic).inserted {
            if !isFull {
                diagnostics.append(diagnostic)
            } else if diagnostic.severity == .error {
                dropped.errors += 1
            } else {
                dropped.warnings += 1
            }
        }
    }

    mutating func error(
        _ rule: Rule, _ detail: String, at location: SourceLocation?,
        related: [Diagnostic.Related] = []
    ) {
        note(.error, rule, detail, at: location, related: related)
    }

    mutating func warning(
        _ rule: Rule, _ detail: String, at location: SourceLocation?,
        related: [Diagnostic.Related] = []
    ) {
        note(.warning, rule, detail, at: location, related: related)
    }

    mutating func note(
        _ severity: Diagnostic.Severity, _ rule: Rule, _ detail: String,
        at location: SourceLocation?, related: [Diagnostic.Related] = []
    ) {
        add([Diagnostic(severity, rule, detail: detail, at: location, related: related)])
    }

    /// What a mistyped name most likely meant; nil as well once nobody would see it.
    func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        isFull || name.utf8.count > 100 ? nil : nearestName(to: name, among: candidates)
    }

    /// A text of the user's for a message: in quotes, or three asterisks where it may be a secret.
    func quoted(_ text: String, at place: SourceLocation) -> String {
        isFull || secrets.holds(place) ? "***" : Manifests.quoted(text)
    }

    /// The diagnostics without those about filters that YAML has cut: their cause is the cut.
    private var diagnosticsOfWholeValues: [Diagnostic] {
        func line(_ place: SourceLocation) -> SourceLocation {
            SourceLocation(file: place.file, line: place.line, column: 1)
        }
        let cut = Set(
            diagnostics.filter {
                [.yamlUnquoted, .yamlComment].contains($0.rule) && $0.severity == .error
            }.compactMap { $0.location.map(line) })
        guard !cut.isEmpty else { return diagnostics }
        return diagnostics.filter { diagnostic in
            guard diagnostic.rule.isAboutFilter, let place = diagnostic.location else {
                return true
            }
            return !cut.contains(line(place))
        }
    }

    /// All of them in order, none of them with a line of its source on which a secret may stand, and a
    /// last one where some were dropped.
    var inOrder: [Diagnostic] {
        let count = dropped.errors + dropped.warnings
        let shown = diagnosticsOfWholeValues.map { secrets.hiding($0) }.inOrder
        guard count > 0 else { return shown }
        let rest = Diagnostic(
            dropped.errors > 0 ? .error : .warning, .moreFindings,
            detail: "\(count) more findings are not shown. Mend these first.")
        return shown + [rest]
    }
}

/// A text of the user's in quotes, for a message: control characters escaped, and cut where long.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars.prefix(80) {
        if scalar == "\"" || scalar == "\\" {
            result += "\\"
            result.unicodeScalars.append(scalar)
        } else if scalar.properties.generalCategory == .control {
            result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result + (text.unicodeScalars.count > 80 ? "…\"" : "\"")
}

/// Texts as a list for a message: `a, b and c`.
func listed(_ names: [String], by word: String = "and") -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
}

package import Vocabulary

/// Diagnostics as text for people, in the order of their places, with the lines they are about and
/// a count at the end. No diagnostics give no text.
///
/// A diagnostic that hides its source is shown without an excerpt.
///
/// - Parameter sources: the files by the names that the locations use; a file that is not there
///   costs the excerpt and nothing else.
package func renderDiagnostics(
    _ diagnostics: [Diagnostic], sources: [String: [UInt8]], style: TextStyle
) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let lines = SourceLines(
        sources, files: Set(diagnostics.filter { !$0.hidesSource }.compactMap { $0.location?.file })
    )
    var result: [String] = []
    var told: Set<String> = [""]
    for diagnostic in diagnostics.inOrder {
        var diagnostic = diagnostic
        if !told.insert(diagnostic.advice).inserted { diagnostic.advice = "" }
        result += blockLines(of: diagnostic, sources: lines, style: style) + [""]
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var counts: [String] = []
    if errors > 0 { counts.append(quantity(errors, "error")) }
    if warnings > 0 { counts.append(quantity(warnings, "warning")) }
    return text(result + [counts.joined(separator: ", ")])
}

private func blockLines(
    of diagnostic: Diagnostic, sources: SourceLines, style: TextStyle
) -> [String] {
    let role: TextStyle.Role = diagnostic.severity == .error ? .removed : .changed
    var lines = [
        style.paint("\(diagnostic.severity.rawValue):", role) + " "
            + style.paint(style.visible(diagnostic.summary), .heading)
    ]
    if let location = diagnostic.location {
        lines.append("  " + style.visible(location.description))
        if !diagnostic.hidesSource,
            let line = sources.line(location.line, of: location.file)
        {
            lines += SourceExcerpt(line: line, location: location, style: style).lines()
        }
    }
    if !diagnostic.detail.isEmpty { lines += style.wrapped(diagnostic.detail, indent: 2) }
    if !diagnostic.advice.isEmpty { lines += style.wrapped(diagnostic.advice, indent: 2) }
    for related in diagnostic.related {
        // The place ends the sentence.
        let words = related.text.hasSuffix(".") ? String(related.text.dropLast()) : related.text
        lines.append(
            "  " + style.visible(words) + ": " + style.visible(related.location.description))
    }
    lines += commandLines(diagnostic.commands, style: style)
    return lines
}

/// Commands to run, each alone on its line and indented, ready to be copied.
func commandLines(_ commands: [String], style: TextStyle) -> [String] {
    commands.map { "      " + style.visible($0) }
}

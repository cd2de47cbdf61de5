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
    var blocks: [TextBlock] = []
    var told: Set<String> = [""]
    for diagnostic in diagnostics.inOrder {
        var diagnostic = diagnostic
        if !told.insert(diagnostic.advice).inserted { diagnostic.advice = "" }
        blocks += diagnostic.blocks(lines) + [.blank]
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var counts: [String] = []
    if errors > 0 { counts.append(quantity(errors, "error")) }
    if warnings > 0 { counts.append(quantity(warnings, "warning")) }
    return style.text(blocks + [.line("\(counts.joined(separator: ", "))")])
}

extension Diagnostic {
    fileprivate func blocks(_ sources: SourceLines) -> [TextBlock] {
        let role: TextStyle.Role = severity == .error ? .removed : .changed
        var blocks: [TextBlock] = [
            .line("\("\(severity.rawValue):", role) \(summary, .heading)")
        ]
        if let location {
            blocks.append(.line("\(location)", indent: 2))
            if !hidesSource, let line = sources.line(location.line, of: location.file) {
                blocks.append(.excerpt(SourceExcerpt(line: line, location: location)))
            }
        }
        blocks += paragraphs
        if !advice.isEmpty { blocks += TextBlock.prose(advice, indent: 2) }
        for related in related {
            // The place ends the sentence.
            let words = related.text.hasSuffix(".") ? String(related.text.dropLast()) : related.text
            blocks.append(.line("\(words): \(related.location)", indent: 2))
        }
        return blocks + [.commands(commands)]
    }
}

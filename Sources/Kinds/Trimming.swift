/// A text without white space at its ends, which YAML's blocks leave there and which means nothing
/// around an expression.
package func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    return start <= end && start < scalars.endIndex ? String(scalars[start...end]) : ""
}

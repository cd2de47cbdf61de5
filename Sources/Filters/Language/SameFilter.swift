/// Whether two texts are the same filter: alike but for white space outside of quotes.
///
/// Texts that cannot be cut into tokens are compared as they are.
package func isSameFilter(_ a: String, _ b: String) -> Bool {
    // By bytes: to an event a letter is not the same as its parts.
    if a.utf8.elementsEqual(b.utf8) { return true }
    do throws(ExpressionError) {
        return try spelling(a) == spelling(b)
    } catch {
        return false
    }
}

private func spelling(_ text: String) throws(ExpressionError) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return try Lexer.tokens(of: bytes).map { Array(bytes[$0.range]) }
}

/// Whether two filters treat every event alike, whatever their texts: each event passes both, or
/// neither, or both fail for it.
///
/// Known for the same are other spellings of operators, quotes, numbers and words; parentheses that
/// change nothing; `!(a == b)` and `a != b`; a negation carried into `&&` and `||`; a value on the
/// other side of a comparison; and operands of `&&` and `||` in another order where that lets none
/// fail that did not. True is a promise. False is none: of other rewritings nothing is known.
package func meansTheSame(_ a: String, _ b: String) -> Bool {
    if isSameFilter(a, b) { return true }
    do throws(ExpressionError) {
        let (first, second) = (try FilterExpression(parsing: a), try FilterExpression(parsing: b))
        var meanings = Meanings()
        return meanings.meaning(of: first) == meanings.meaning(of: second)
    } catch {
        return false
    }
}

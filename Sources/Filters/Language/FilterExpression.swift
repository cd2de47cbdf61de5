import Vocabulary

/// An expression that was understood, with the place of each of its parts.
package struct FilterExpression: Hashable, Sendable {
    package let text: String
    /// The parts; a part stands behind those it is made of.
    let nodes: [Node]
    /// The part that is the whole.
    let top: Int

    /// Reads an expression.
    package init(
        parsing text: String, limits: ExpressionLimits = ExpressionLimits()
    ) throws(ExpressionError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= limits.maxBytes else {
            throw ExpressionError(
                .filterTooLong,
                "It has \(bytes.count) bytes; \(limits.maxBytes) are the most.",
                at: limits.maxBytes..<bytes.count)
        }
        var parser = Parser(
            bytes: bytes, tokens: try Lexer.tokens(of: bytes), maxDepth: limits.maxDepth)
        top = try parser.whole()
        nodes = parser.nodes
        self.text = text
    }
}

/// How much a parser may be given before it refuses.
package struct ExpressionLimits: Hashable, Sendable {
    /// How many bytes the text may have.
    package let maxBytes: Int
    /// How many parts may stand inside one another: evaluating recurses, and a stack is finite.
    package let maxDepth: Int

    /// No expression is deeper than this, whoever asks.
    package static let deepest = 200

    package init(maxBytes: Int = 64 * 1024, maxDepth: Int = 100) {
        self.maxBytes = max(maxBytes, 0)
        self.maxDepth = min(maxDepth, Self.deepest)
    }
}

/// How much a parser may be given before it refuses, whatever the text says.
package struct JSONLimits: Hashable, Sendable {
    /// How many arrays and objects may stand inside one another.
    package let maxDepth: Int
    /// How many bytes the whole text may have.
    package let maxBytes: Int

    /// No value is deeper than this, whoever asks: reading, comparing and freeing one all recurse,
    /// and the stack of a thread is finite.
    package static let deepest = 1024

    package init(maxDepth: Int = 512, maxBytes: Int = 64 * 1024 * 1024) {
        self.maxDepth = min(maxDepth, Self.deepest)
        self.maxBytes = max(maxBytes, 0)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal, an editor, or a browser shows the scalar and nothing else happens.
    ///
    /// Control characters can rewrite a screen. Bidirectional controls can make a URL read backwards.
    /// Two names that differ by an invisible character look the same. Every output of the program
    /// writes such scalars out: as `\u{202e}` in text, as `\u202e` in JSON.
    package var isVisible: Bool {
        if value < 0x7F { return value >= 0x20 }
        // Variation selectors choose between two forms of the previous character and hide nothing.
        if value == 0xFE0E || value == 0xFE0F { return true }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
        case .spaceSeparator: return value == 0x3000
        default: return !properties.isDefaultIgnorableCodePoint
        }
    }
}

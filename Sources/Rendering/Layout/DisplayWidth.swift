/// How many columns of a terminal a text takes, for text that has been made visible.
func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

/// How many columns one scalar takes: 0 for what joins the character before, 2 for wide ones.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // The vowels and tails of a Korean syllable, and the skin tones of an emoji, join as well.
    if (0x1160...0x11FF).contains(scalar.value) || scalar.properties.isEmojiModifier { return 0 }
    return isWide(scalar) ? 2 : 1
}

/// Whether East Asian typography gives it two columns, or it is drawn as an emoji.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF: false  // Half a flag: two of them take two columns.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
        true
    default: scalar.properties.isEmojiPresentation
    }
}

/// A visible text with spaces after it up to so many columns.
func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - displayWidth(text)))
}

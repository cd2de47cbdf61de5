import Testing

@testable import Rendering

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain text", "plain text"),
        ("", ""),
        ("\u{1B}[2J\u{1B}]0;x\u{07}", "\\u{1b}[2J\\u{1b}]0;x\\u{7}"),
        ("a\nb\r\n\tc", "a\\nb\\r\\n\\tc"),
        ("\u{9B}31m", "\\u{9b}31m"),
        ("\u{202E}moc.live", "\\u{202e}moc.live"),
        ("a\u{200B}b\u{FEFF}c\u{AD}d", "a\\u{200b}b\\u{feff}c\\u{ad}d"),
        ("a\u{A0}b\u{2028}c", "a\\u{a0}b\\u{2028}c"),
        ("\u{3164}\u{115F}\u{E0041}", "\\u{3164}\\u{115f}\\u{e0041}"),
        ("Équipe 漢字 🎉 e\u{301}", "Équipe 漢字 🎉 e\u{301}"),
    ])
    func `what a terminal obeys or nobody sees is written out`(text: String, shown: String) {
        #expect(Sample.plain.visible(text) == shown)
    }

    @Test func `beyond ASCII is escaped where only ASCII may be written`() {
        #expect(TextStyle(unicode: false).visible("Équipe") == "\\u{c9}quipe")
    }

    @Test func `a quoted text cannot end early`() {
        #expect(quoted(#"a" → "b\"#) == #""a\" → \"b\\""#)
    }

    @Test(arguments: [
        ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("🎉", 2), ("👍🏽", 2), ("🇫🇷", 2), ("한글", 4), ("→", 1),
    ])
    func `width is counted in columns`(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }

    @Test func `a text is cut by columns and not by characters`() {
        #expect(Sample.plain.line("漢字漢字", cutTo: 6) == "漢字…")
        #expect(Sample.plain.line("漢字漢字", cutTo: 8) == "漢字漢字")
        #expect(TextStyle(unicode: false).line("abcdefgh", cutTo: 6) == "abc...")
        #expect(Sample.plain.line("abc", cutTo: -5) == "…")
    }

    @Test func `running text is broken between words`() {
        let style = TextStyle(width: 20)
        #expect(
            TextBlock.prose("one two three four five\n\nsix", indent: 2).flatMap(style.lines)
                == ["  one two three four", "  five", "", "  six"])
        #expect(
            style.paragraph("https://example.com/a/very/long/path end", indent: 0)
                == ["https://example.com/a/very/long/path", "end"])
        #expect(
            style.paragraph("one two three four", mark: "1.", indent: 2)
                == ["  1. one two three", "     four"])
    }

    @Test func `a value adds no lines`() {
        let value = "b\r\n+ event_hook.fake: create"
        #expect(
            Sample.plain.text([.paragraph("a \(value)"), .line("\(value)"), .commands([value])])
                == """
                a b\\r\\n+ event_hook.fake: create
                b\\r\\n+ event_hook.fake: create
                      b\\r\\n+ event_hook.fake: create

                """)
    }

    @Test func `words of one role are coloured together`() {
        let style = TextStyle(color: true, width: 10)
        let text: StyledText = "ab \("cd \u{1B}", .added)\(symbol: .mask, .added) gh"
        #expect(style.line(text) == "ab \u{1B}[32mcd \\u{1b}‹secret›\u{1B}[0m gh")
        #expect(
            style.paragraph("ab \("cd ef", .added) gh", indent: 0)
                == ["ab \u{1B}[32mcd ef\u{1B}[0m", "gh"])
    }

    @Test func `colour only decorates`() {
        #expect(TextStyle(color: true).paint("x", .added) == "\u{1B}[32mx\u{1B}[0m")
        #expect(TextStyle(color: true).paint("", .added) == "")
        #expect(TextStyle().paint("x", .removed) == "x")
    }

    @Test(arguments: [
        (Duration.milliseconds(430), "0.4s"), (.milliseconds(9990), "9.9s"),
        (.milliseconds(12_900), "12s"), (.seconds(65), "1m05s"), (.seconds(-3), "0.0s"),
    ])
    func `times are short`(duration: Duration, shown: String) {
        #expect(elapsedTime(duration) == shown)
    }
}

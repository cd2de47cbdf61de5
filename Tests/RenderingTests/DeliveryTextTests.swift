import Ports
import Reconciling
import Testing
import Vocabulary

@testable import Rendering

/// What came of a delivery, in words.
@Suite struct DeliveryTextTests {
    private func text(_ answer: PostAnswer) -> String {
        DeliveryResult(answer, SecretErasure([])).text(Sample.plain)
    }

    private func answered(_ status: Int, _ milliseconds: Int, _ body: String = "") -> PostAnswer {
        .answered(
            EndpointAnswer(
                status: status, body: Array(body.utf8), elapsed: .milliseconds(milliseconds)))
    }

    @Test func `an answer in time`() {
        #expect(
            text(answered(204, 12)) == """
                Answered with 204 in 12 ms; Okta waits 3 s: fast enough.
                Okta would take the event as delivered.

                """)
    }

    @Test func `an answer that is late`() {
        #expect(
            text(answered(200, 3400, "ok\n")) == """
                Answered with 200 in 3400 ms; Okta waits 3 s: too slow.
                  ok
                Okta would have given up, and tried once more.

                """)
    }

    @Test func `no answer`() {
        #expect(
            text(.silent(after: .seconds(30))) == """
                No answer within 30 s; Okta waits 3 s.
                Okta would have given up, and tried once more.

                """)
        #expect(
            text(.unanswered(detail: "There is no connection to x.", mayHaveArrived: false))
                == """
                There is no connection to x.
                Nothing was delivered.

                """)
        #expect(
            text(.unanswered(detail: "The connection broke: x.", mayHaveArrived: true)) == """
                The connection broke: x.
                The endpoint may have got the event. What Okta would do is not known.

                """)
    }

    @Test func `what a terminal would obey is written out`() {
        let shown = text(answered(500, 1, "a\u{1B}[2Jb\r\nc\u{202E}d\0"))
        #expect(shown.contains("  a\\u{1b}[2Jb\n  c\\u{202e}d\\u{0}\n"), "\(shown)")
        let scalars = shown.unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func `a long answer is shown in part`() {
        let lines = (1...30).map { "line \($0)" }.joined(separator: "\n")
        let shown = text(answered(500, 1, lines))
        #expect(shown.contains("  line 20\n  and 10 lines more\n"), "\(shown)")
        let wide = text(answered(500, 1, String(repeating: "x", count: 1000)))
        #expect(wide.split(separator: "\n").allSatisfy { $0.count < 210 })
    }
}

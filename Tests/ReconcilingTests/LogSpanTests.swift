import Reconciling
import Testing
import Vocabulary

/// Which stretch of the System Log is meant.
@Suite struct LogSpanTests {
    private static let now = moment("2026-11-21T16:00:00.500Z")

    private static func moment(_ text: String) -> Timestamp {
        Timestamp(text) ?? Timestamp(milliseconds: 0)
    }

    /// `SINCE UNTIL KEPT`, or the problem.
    private func words(since: String?, until: String?) throws -> String {
        let since = try since.map { try #require(LogMoment($0)) }
        let until = try until.map { try #require(LogMoment($0)) }
        do throws(LogSpan.Problem) {
            let span = try LogSpan(since: since, until: until, now: Self.now)
            return "\(span.since.text) \(span.until.text) \(span.keptSince.text)"
        } catch {
            switch error {
            case .empty(let since, let until): return "empty \(since.text) \(until.text)"
            case .tooEarly(let since): return "too early \(since.text)"
            }
        }
    }

    @Test(
        "From when to when",
        arguments: [
            (nil, nil, "2026-11-14T16:00:00.500Z 2026-11-21T16:00:00.500Z"),
            ("12h", nil, "2026-11-21T04:00:00.500Z 2026-11-21T16:00:00.500Z"),
            ("2w1d", "1d12h30m5s", "2026-11-06T16:00:00.500Z 2026-11-20T03:29:55.500Z"),
            (nil, "2026-11-10", "2026-11-03T00:00:00.000Z 2026-11-10T00:00:00.000Z"),
            (
                "2026-11-10T02:00:00+02:00", "2026-11-10T00:00:00.001Z",
                "2026-11-10T00:00:00.000Z 2026-11-10T00:00:00.001Z"
            ),
            ("1h", "2027-01-01", "2026-11-21T15:00:00.500Z 2026-11-21T16:00:00.500Z"),
        ] as [(String?, String?, String)])
    func spans(since: String?, until: String?, expected: String) throws {
        let start = expected.split(separator: " ")[0]
        #expect(try words(since: since, until: until) == "\(expected) \(start)")
    }

    @Test(
        "What is older than Okta keeps is asked for, and no time of which anything can be known",
        arguments: [
            ("100d", nil, "2026-08-23T16:00:00.500Z"), ("90d", nil, "2026-08-23T16:00:00.500Z"),
            ("100d", "95d", "2026-08-18T16:00:00.500Z"),
        ] as [(String, String?, String)])
    func gone(since: String, until: String?, kept: String) throws {
        #expect(try words(since: since, until: until).hasSuffix(kept))
    }

    @Test(
        "What cannot be asked for",
        arguments: [
            ("1h", "1h", "empty 2026-11-21T15:00:00.500Z 2026-11-21T15:00:00.500Z"),
            ("1h", "2h", "empty 2026-11-21T15:00:00.500Z 2026-11-21T14:00:00.500Z"),
            ("2026-12-01", nil, "empty 2026-12-01T00:00:00.000Z 2026-11-21T16:00:00.500Z"),
            ("180d1s", nil, "too early 2026-05-25T15:59:59.500Z"),
        ] as [(String, String?, String)])
    func problems(since: String, until: String?, expected: String) throws {
        #expect(try words(since: since, until: until) == expected)
    }

    @Test(
        "What is no moment",
        arguments: [
            "", "7", "d", "7 d", "-7d", "1h2d", "1d1d", "7y", "yesterday", "2026-13-01",
            "2026-11-1", "2026-11-21T16:00:00", "11 years", "4000d", "٧d", "99999999999999999999d",
        ])
    func noMoment(text: String) { #expect(LogMoment(text) == nil) }

    @Test("How much of it lies behind a moment")
    func share() throws {
        let span = try LogSpan(since: .ago(seconds: 100 * 86_400), until: nil, now: Self.now)
        #expect(span.isPartlyGone)
        let middle = Self.now.advanced(bySeconds: -45 * 86_400)
        #expect(span.share(before: span.since) == 0)
        #expect(span.share(before: middle) == 0.5)
        #expect(span.share(before: Self.now.advanced(bySeconds: 5)) == 1)
    }
}

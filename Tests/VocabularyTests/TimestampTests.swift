import Testing
import Vocabulary

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:00.999Z", 0),
        ("2000-02-29T12:00:00.000Z", 951_825_600),
        ("2024-03-01T00:00:00Z", 1_709_251_200),
        ("2026-11-21T11:32:03.000Z", 1_795_260_723),
    ]) func aTimestampIsSoManySeconds(text: String, seconds: Int) {
        #expect(epochSeconds(text) == seconds)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T11:32:03+01:00", "2026/11/21T11:32:03Z",
        "2026-13-21T11:32:03Z", "not a time stamp at Z",
    ]) func whatIsNoTimestampIsNone(text: String) {
        #expect(epochSeconds(text) == nil)
    }
}

@Suite struct MomentTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
        ("2026-11-21T11:32:03.2509Z", "2026-11-21T11:32:03.250Z"),
        ("2026-11-21T00:30:00+01:00", "2026-11-20T23:30:00.000Z"),
        ("2024-02-28T23:59:00-05:30", "2024-02-29T05:29:00.000Z"),
        ("2000-12-31T23:59:60Z", "2001-01-01T00:00:00.000Z"),
    ]) func aMomentIsReadAndWritten(text: String, written: String) {
        #expect(Timestamp(text)?.text == written)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T11:32:03", "2026-11-21T11:32:03.Z", "2026-02-29T11:32:03Z",
        "2026-11-00T11:32:03Z", "2026-11-21T24:00:00Z", "2026-11-21T11:60:00Z",
        "2026-11-21T11:32:03+1:00", "2026-11-21T11:32:03+01:00Z", "2026-11-21T11:32:0xZ",
        "+026-11-21T11:32:03Z", "2026-11-21T11:32:03 01:00",
    ]) func whatIsNoMomentIsNone(text: String) { #expect(Timestamp(text) == nil) }

    @Test func everyDayOfFourCenturiesIsReadAsItIsWritten() {
        for day in -80_000..<80_000 {
            let moment = Timestamp(milliseconds: day * 86_400_000 + 43_200_007)
            guard Timestamp(moment.text) != moment else { continue }
            Issue.record("\(moment.text) is read as \(Timestamp(moment.text)?.text ?? "nothing")")
        }
    }
}

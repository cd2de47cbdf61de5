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

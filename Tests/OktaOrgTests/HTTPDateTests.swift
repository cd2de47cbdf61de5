import Testing

@testable import OktaOrg

@Suite struct HTTPDateTests {
    @Test(
        "A date in the one form that servers must send",
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799),
            ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800),
            ("Mon, 16 Mar 2026 03:47:47 GMT", 1_773_632_867),
            ("Thu, 31 Dec 2026 23:59:60 GMT", 1_798_761_600),
            ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
            ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400),
        ])
    func reads(text: String, seconds: Int) { #expect(secondsSince1970(httpDate: text) == seconds) }

    @Test(
        "Anything else is no date",
        arguments: [
            "", "now", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT",
            "Mon, 29 Feb 2100 00:00:00 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, +6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov -994 08:49:37 GMT",
            "Xxx, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
        ])
    func refuses(text: String) { #expect(secondsSince1970(httpDate: text) == nil) }
}

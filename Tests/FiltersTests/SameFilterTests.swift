import Testing

@testable import Filters

struct SameFilterTests {
    @Test(arguments: [
        ("a.?[b eq 'c'].size()>0", "a . ?[ b\n  eq 'c' ].size() > 0", true),
        ("a eq 'c d'", "a eq 'c  d'", false),
        ("a eq 'c'", "a == 'c'", false),
        ("a eq 'c'", "(a eq 'c')", false),
        ("a bc", "ab c", false),
        ("a ? [b]", "a ?[b]", false),
        ("'open", "'open", true),
        ("'open", "'open ", false),
        ("", " \n", true),
        ("a eq 'Zo\u{EB}'", "a eq 'Zoe\u{308}'", false),
    ])
    func whiteSpaceAloneIsNoDifference(a: String, b: String, isSame: Bool) {
        #expect(isSameFilter(a, b) == isSame)
        #expect(isSameFilter(b, a) == isSame)
    }
}

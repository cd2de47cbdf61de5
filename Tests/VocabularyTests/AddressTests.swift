import Testing
import Vocabulary

/// Addresses: what is one, and how they are written and ordered.
struct AddressTests {
    @Test(arguments: [
        ("event_hook.leavers", "event_hook", "leavers"),
        ("a.b", "a", "b"),
        ("event_hook.Leavers-2_x", "event_hook", "Leavers-2_x"),
        ("0.0", "0", "0"),
        ("_.-", "_", "-"),
    ])
    func isReadAndWritten(text: String, kind: String, key: String) throws {
        let address = try #require(Address(text))
        #expect(address.kind == kind)
        #expect(address.key == key)
        #expect(address.description == text)
        #expect("\(address)" == text)
        #expect(address == Address(kind: kind, key: key))
    }

    @Test(arguments: [
        "", ".", "leavers", "event_hook.", ".leavers", "event_hook.a.b", "event hook.a",
        "event_hook.a b", "event_hook.ä", "event_hook.a\n", "event_hook.a\u{0}",
        "event_hook.a\u{301}",
        "event_hook..a", "event_hook.a[0]", "event_hook.\"a\"", "event_hook/a", "event_hook.a ",
    ])
    func isNone(_ text: String) {
        #expect(Address(text) == nil)
    }

    @Test func areOrderedByKindThenKey() {
        let sorted = ["a.b", "a.c", "a_b.a", "b.A", "b.a"]
        #expect(sorted.reversed().compactMap { Address($0) }.sorted().map(\.description) == sorted)
    }

    @Test func differByCase() {
        #expect(Address("event_hook.a") != Address("event_hook.A"))
    }
}

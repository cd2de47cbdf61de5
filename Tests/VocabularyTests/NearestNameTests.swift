import Testing
import Vocabulary

/// What a mistyped name most likely meant.
struct NearestNameTests {
    static let keys = ["name", "description", "events", "filters", "endpoint", "status", "verify"]

    @Test(arguments: [
        ("nmae", "name"),
        ("naem", "name"),
        ("Name", "name"),
        ("event", "events"),
        ("desciption", "description"),
        ("descripton", "description"),
        ("endpiont", "endpoint"),
        ("statsu", "status"),
        ("EVENTS", "events"),
        ("zzz", nil),
        ("lifecycle", nil),
        ("", nil),
        ("n", nil),
        ("filtre", "filters"),
    ])
    func isFound(name: String, meant: String?) {
        #expect(nearestName(to: name, among: Self.keys) == meant)
        #expect(nearestName(to: name, among: Self.keys.reversed()) == meant)
    }

    @Test func theNameItselfIsNoGuess() {
        #expect(nearestName(to: "name", among: ["name"]) == nil)
        #expect(nearestName(to: "name", among: ["name", "names"]) == "names")
    }

    @Test func theNearerOneWinsThenTheFirstInOrder() {
        #expect(nearestName(to: "abcdef", among: ["abcdxx", "abcdex"]) == "abcdex")
        #expect(nearestName(to: "abcdef", among: ["abcdez", "abcdey"]) == "abcdey")
    }

    @Test func aShortNameMayDifferByOne() {
        #expect(nearestName(to: "a", among: ["b"]) == "b")
        #expect(nearestName(to: "ab", among: ["cd"]) == nil)
    }

    @Test func nothingIsNearAmongNothing() {
        #expect(nearestName(to: "name", among: []) == nil)
    }

    @Test(arguments: [
        ("event_hook.leaver", "event_hook.leavers"),
        ("event_hook.joiners", "inline_hook.joiners"),
        ("event_hooks.leavers", "event_hook.leavers"),
        ("event_hok.leaverz", "event_hook.leavers"),
        ("leavers", "event_hook.leavers"),
        ("leaver", "event_hook.leavers"),
        ("event_hook/leavers", "event_hook.leavers"),
        ("event_hook.leavers.x", "event_hook.leavers"),
        ("hook_key.signing", nil),
        ("nobody", nil),
    ])
    func anAddressIsFoundByItsKeyOrAsAWhole(text: String, meant: String?) {
        let typed = Address(text) ?? Address(kind: "", key: text)
        let known = ["event_hook.leavers", "event_hook.movers", "inline_hook.joiners"]
            .compactMap { Address($0) }
        #expect(nearestAddress(to: typed, among: known)?.description == meant)
        #expect(nearestAddress(to: typed, among: known.reversed())?.description == meant)
    }
}

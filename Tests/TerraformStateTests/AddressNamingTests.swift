import Kinds
import TerraformState
import Testing
import Vocabulary

/// Which of our addresses Terraform's become.
struct AddressNamingTests {
    @Test(arguments: [
        (["leavers"], ["leavers"]),
        (["module.hr.leavers[\"eu\"]"], ["leavers"]),
        (["leavers[0]", "leavers[1]"], ["leavers_0", "leavers_1"]),
        (
            ["leavers[\"eu\"]", "leavers[\"us\"]", "leavers_eu"],
            ["leavers_eu_2", "leavers_us", "leavers_eu"]
        ),
        (["module.hr.leavers", "module.ops.leavers"], ["hr_leavers", "ops_leavers"]),
        (["module.hr.leavers", "leavers"], ["hr_leavers", "leavers"]),
        (
            ["module.hr[\"eu\"].leavers[0]", "module.hr[\"us\"].leavers[0]"],
            ["hr_eu_leavers_0", "hr_us_leavers_0"]
        ),
        (["module.leavers.this", "module.joiners.main"], ["leavers", "joiners"]),
        (["this[\"leavers\"]", "this[\"joiners\"]"], ["leavers", "joiners"]),
        (["module.hooks.this[\"a\"]", "module.keys.this[\"a\"]"], ["hooks_a", "keys_a"]),
        (["this"], ["this"]),
        (["leavers[\"EU West/1\"]", "leavers[\"ü\"]"], ["leavers_EU_West_1", "leavers"]),
        (["leavers[\"a.b\"]", "leavers[\"a b\"]"], ["leavers_a_b_2", "leavers_a_b"]),
        (["ü"], ["event_hook"]),
    ])
    func theShortestThatTellsThemApart(terraform: [String], expected: [String]) throws {
        let objects = try terraform.map { try object($0) }
        let names = addresses(for: objects)
        #expect(objects.map { names[$0.address]?.key } == expected)
        #expect(addresses(for: objects.reversed()) == names)
        for address in names.values { #expect(Address(address.description) != nil) }
    }

    @Test func aNumberAloneIsNoName() throws {
        let objects = try ["this[0]", "this[1]", "module.hr.this[0]", "leavers[0]"].map {
            try object($0)
        }
        let names = addresses(
            for: objects,
            names: [
                objects[0].address: "first_hook", objects[1].address: "first_hook",
                objects[2].address: "people",
            ])
        #expect(
            objects.map { names[$0.address]?.key } == ["this_0", "this_1", "people", "leavers"])
        #expect(addresses(for: [objects[0]]).values.map(\.key) == ["this_0"])
        #expect(addresses(for: [objects[2]]).values.map(\.key) == ["hr"])
        #expect(
            addresses(for: [objects[0]], names: [objects[0].address: "first_hook"])
                .values.map(\.key) == ["first_hook"])
    }

    @Test func kindsDoNotMeetAndTakenOnesAreLeft() throws {
        let objects = try [object("a"), object("a", .inlineHook), object("b")]
        let names = addresses(
            for: objects, besides: [Address(kind: "event_hook", key: "b")])
        #expect(
            objects.map { names[$0.address]?.description }
                == ["event_hook.a", "inline_hook.a", "event_hook.b_2"])
    }

    /// An object whose type is left out of the text: `module.hr.leavers["eu"]`.
    private func object(
        _ text: String, _ kind: ResourceKind = .eventHook
    ) throws -> TerraformHooks.Object {
        var rest = text
        var key: TerraformAddress.Key?
        if rest.hasSuffix("]"), let bracket = rest.lastIndex(of: "[") {
            let inside = String(rest[rest.index(after: bracket)...].dropLast())
            key = Int(inside).map { .number($0) } ?? .text(String(inside.dropFirst().dropLast()))
            rest = String(rest[..<bracket])
        }
        let dot = rest.lastIndex(of: ".")
        let path = dot.map { String(rest[..<$0]) } ?? ""
        return TerraformHooks.Object(
            address: TerraformAddress(
                modules: try #require([TerraformAddress.Module](path: path)),
                type: "okta_\(kind.name)",
                name: dot.map { String(rest[rest.index(after: $0)...]) } ?? rest, key: key),
            kind: kind, id: text, isTainted: false, secrets: [:], sensitive: [])
    }
}

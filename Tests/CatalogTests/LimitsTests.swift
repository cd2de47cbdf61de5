import Catalog
import Kinds
import Testing

/// Okta's limits as data.
struct LimitsTests {
    @Test func everyLimitSaysWhereAndWhenItWasRead() {
        #expect(Set(Limits.all.map(\.name)).count == Limits.all.count)
        for limit in Limits.all {
            #expect(limit.value > 0)
            #expect(limit.source.count > 10, "\(limit.name)")
            #expect(limit.date.wholeMatch(of: /20\d\d-[01]\d-[0-3]\d/) != nil, "\(limit.name)")
        }
    }

    @Test func aKindsLimitsAreCollected() {
        for kind in KindRegistry.all {
            #expect(Limits.ofKinds.contains(kind.limit))
            for attribute in kind.attributes {
                #expect(attribute.limit.map(Limits.ofKinds.contains) ?? true, "\(attribute.path)")
            }
        }
        #expect(
            Limits.ofKinds.map(\.name) == [
                "event_hooks", "event_types", "hook_keys", "inline_hooks", "name_length",
                "url_length",
            ])
    }
}

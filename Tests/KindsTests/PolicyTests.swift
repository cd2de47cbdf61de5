import Kinds
import Testing

/// The guards of a manifest, and the limits that they may override.
struct PolicyTests {
    @Test(arguments: [
        ([], "anything.example", true),
        (["hooks.acme.com"], "hooks.acme.com", true),
        (["hooks.acme.com"], "HOOKS.Acme.Com", true),
        (["Hooks.Acme.Com"], "hooks.acme.com", true),
        (["hooks.acme.com"], "a.hooks.acme.com", false),
        (["hooks.acme.com"], "hooks.acme.com.evil.example", false),
        (["hooks.acme.com"], "evilhooks.acme.com", false),
        (["*.acme.com"], "hooks.acme.com", true),
        (["*.acme.com"], "a.b.acme.com", true),
        (["*.ACME.com"], "hooks.acme.COM", true),
        (["*.acme.com"], "acme.com", false),
        (["*.acme.com"], "evilacme.com", false),
        (["*.acme.com"], "hooks.acme.com.evil.example", false),
        (["*.acme.com"], "acme.com.evil", false),
        (["a.example", "*.acme.com"], "x.acme.com", true),
        (["a.example", "*.acme.com"], "b.example", false),
        (["127.0.0.1"], "127.0.0.1", true),
        (["127.0.0.1"], "127.0.0.2", false),
        (["::1"], "::1", true),
        (["hooks.acme.com"], "", false),
    ])
    func aHostIsAllowed(patterns: [String], host: String, isAllowed: Bool) {
        #expect(Policy(allowedHosts: patterns).allows(host: host) == isAllowed)
    }

    @Test func aLimitIsOverriddenByItsName() {
        let policy = Policy(limits: [ResourceKind.eventHook.limit.name: 50])
        #expect(policy.value(of: ResourceKind.eventHook.limit) == 50)
        #expect(policy.value(of: .urlLength) == Limit.urlLength.value)
    }
}

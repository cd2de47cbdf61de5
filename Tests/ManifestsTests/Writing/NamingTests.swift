import Kinds
import Manifests
import Testing
import Vocabulary

/// Addresses, endpoints' names and secrets' variables that are made of what the org holds.
@Suite struct NamingTests {
    @Test(arguments: [
        ("Leavers to payroll", "leavers_to_payroll"),
        ("LeaversToPayroll", "leavers_to_payroll"),
        ("already_snake", "already_snake"),
        ("  --Leavers → Payroll (EU)!", "leavers_payroll_eu"),
        ("Übergänge für Łódź & Ærø", "ubergange_fur_lodz_aero"),
        ("U\u{308}bersicht", "ubersicht"),
        ("Don't stop", "dont_stop"),
        ("straße", "strasse"),
        ("HR 2026 v2", "hr_2026_v2"),
        ("人事", "hook_key"),
        ("🎉", "hook_key"),
        ("null", "null"),
        (String(repeating: "long ", count: 30), "long" + String(repeating: "_long", count: 11)),
        (String(repeating: "x", count: 100), String(repeating: "x", count: 60)),
    ])
    func namesBecomeKeys(_ name: String, _ key: String) {
        #expect(addresses(for: [.hookKey("HKY1", name)])["HKY1"]?.key == key)
    }

    @Test func everyAddressIsGivenOnce() {
        let objects: [LiveObject] = [
            .hookKey("HKY3", "a"), .hookKey("HKY1", "A"), .hookKey("HKY2", "a!"),
            .hookKey("HKY4", "a 2"), .eventHook("who1", "a"), .hookKey("HKY5", "人"),
            .hookKey("HKY6", "事"),
        ]
        let keys = addresses(for: objects).mapValues(\.description)
        #expect(
            keys == [
                "HKY1": "hook_key.a", "HKY3": "hook_key.a_2", "HKY4": "hook_key.a_2_2",
                "HKY2": "hook_key.a_3", "who1": "event_hook.a", "HKY6": "hook_key.hook_key",
                "HKY5": "hook_key.hook_key_2",
            ])
        #expect(addresses(for: objects.reversed()).mapValues(\.description) == keys)
        let taken = Address(kind: "event_hook", key: "a")
        #expect(addresses(for: objects, taken: [taken])["who1"]?.key == "a_2")
    }

    @Test(arguments: [
        ("https://hooks.acme.com/okta/leavers", "leavers"),
        ("https://hooks.acme.com/okta/leavers/hook", "leavers"),
        ("https://payroll.acme.com/api/v1/hook", "payroll_acme"),
        ("https://acme.workflows.okta.com/api/flo/x/invoke?clientToken=a", "acme_workflows"),
        ("https://acme.com/?x=a%20b", "acme"),
        ("http://127.0.0.1:8080/hook", "local"),
        ("https://[2001:db8::1]/hook", "2001_db8_1"),
    ])
    func sharedEndpointsAreNamedAfterTheirURL(_ url: String, _ name: String) {
        let result = draftedManifest(
            ManifestDraft(
                orgName: "main", orgURL: "https://acme.okta.com", tokenVariable: nil,
                resources: ["b", "c"].map { key in
                    ResourceDraft(
                        address: Address(kind: "event_hook", key: key),
                        object: .eventHook(key, key, url: url))
                }))
        #expect(result.leftOut.isEmpty)
        #expect(
            result.text.contains("\nendpoints:\n  \(name):\n")
                || result.text.contains("\nendpoints:\n  \"\(name)\":\n"), "\(result.text)")
    }

    @Test(arguments: [
        ("https://a.b/c", false),
        ("https://a.b/api/flo/abc/invoke?clientToken=x", true),
        ("https://a.b/c?code=x", true),
        ("https://a.b/c?country_code=x", false),
        ("https://a.b/c?X-Amz-Signature=x", true),
        ("https://a.b/c?token", false),
        ("https://a.b/services/T0/B0/abcdefghijkl1234567", true),
        ("https://a.b/user-onboarding-callback-v2", false),
        ("https://a.b/3f2b8c1e-1111-2222-3333-444455556666", false),
        ("https://a1b2c3d4e5f6g7h8i9j0.b/c", false),
        ("https://a.b/c?page=1&api_key=x", true),
        ("https://a.b/c?x=abcdefghijkl1234567", true),
    ])
    func urlsThatCarryATokenAreReferences(_ url: String, _ isSecret: Bool) {
        let result = draftedManifest(
            ManifestDraft(
                orgName: "main", orgURL: "https://acme.okta.com", tokenVariable: nil,
                resources: [
                    ResourceDraft(
                        address: Address(kind: "event_hook", key: "h"),
                        object: .eventHook("who1", "h", url: url))
                ]))
        #expect(result.secrets.map(\.variable) == (isSecret ? ["H_URL"] : []))
        #expect(result.text.contains(url) == !isSecret)
    }

    @Test func everySecretHasAVariableOfItsOwn() {
        let hook = LiveObject.eventHook(
            "who1", "Okta", url: "https://a.b/1",
            headers: ["API_TOKEN": "sentinel", "X-Plain": "seen", "Cookie": ""], auth: "X-Auth")
        let inline = LiveObject.inlineHook("cal1", "Okta", url: "https://a.b/2", auth: "X-Auth")
        let client = [
            "authType": "client_secret_post", "clientId": "c", "tokenUrl": "https://a.b/t",
        ]
        let result = draftedManifest(
            ManifestDraft(
                orgName: "main", orgURL: "https://acme.okta.com", tokenVariable: nil,
                resources: [
                    .init(address: Address(kind: "event_hook", key: "okta"), object: hook),
                    .init(address: Address(kind: "inline_hook", key: "okta"), object: inline),
                    .init(
                        address: Address(kind: "inline_hook", key: "1-one"),
                        object: .inlineHook("cal2", "One", url: "https://a.b/3", oauth: client)),
                    .init(
                        address: Address(kind: "inline_hook", key: "two"),
                        object: .inlineHook("cal3", "Two", url: "https://a.b/4", oauth: client)),
                ]))
        #expect(
            result.secrets.map(\.variable) == [
                "OKTA_API_TOKEN_2", "OKTA_SECRET", "HOOK_1_ONE_CLIENT_SECRET", "OKTA_SECRET_2",
            ])
        #expect(result.secrets.map(\.isReadable) == [true, false, false, false])
        #expect(!result.text.contains("sentinel"))
        #expect(result.text.contains("X-Plain: seen"))
        #expect(
            result.text.split(separator: "HOOK_1_ONE_CLIENT_SECRET").count == 3,
            "the same client has the same secret")
    }
}

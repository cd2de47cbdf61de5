import HTTPTransport
import Kinds
import Ports
import Testing

@testable import OktaOrg

/// What refers to inline hooks, over the lists in which it stands.
@Suite struct UsesTests {
    private func uses(
        _ list: UseList, _ script: ScriptedOrg
    ) async -> Result<[ObjectUse], OrgError> {
        do throws(OrgError) {
            return .success(try await script.org().uses(in: list))
        } catch {
            return .failure(error)
        }
    }

    private func words(_ uses: [ObjectUse]) -> [String] {
        uses.map { use in
            "\(use.object): " + use.parts.map { "\($0.noun) \($0.name)" }.joined(separator: " of ")
                + (use.isActive ? "" : ", inactive")
        }
    }

    private func paths(_ script: ScriptedOrg) -> [String] {
        script.requests.map { String($0.url.dropFirst(ScriptedOrg.url.count)) }
    }

    @Test("Rules are looked for in every policy of every server, page by page")
    func authorizationServers() async throws {
        let rule = { (id: String, hook: String) in
            #"{"id":"\#(id)","name":"Rule \#(id)","status":"ACTIVE","actions":{"token":{"#
                + #""inlineHook":\#(hook)}}}"#
        }
        let script = ScriptedOrg([
            .answer(
                200, #"[{"id":"aus1","name":"default"}]"#,
                [
                    (
                        "Link",
                        #"<https://acme.okta.test/api/v1/authorizationServers?after=1>; rel="next""#
                    )
                ]
            ),
            .answer(200, "[]"),
            .answer(200, #"[{"id":"00p1","name":"Apps"}]"#),
            .answer(
                200,
                "[\(rule("2", #"{"id":"cal2"}"#)),\(rule("1", #"{"id":"cal1"}"#)),"
                    + "\(rule("3", "null"))]"),
        ])
        let found = try await uses(.authorizationServerRules, script).get()
        #expect(
            words(found) == [
                "cal1: rule Rule 1 of policy Apps of authorization server default",
                "cal2: rule Rule 2 of policy Apps of authorization server default",
            ])
        #expect(
            paths(script) == [
                "/api/v1/authorizationServers?limit=200", "/api/v1/authorizationServers?after=1",
                "/api/v1/authorizationServers/aus1/policies",
                "/api/v1/authorizationServers/aus1/policies/00p1/rules",
            ])
        #expect(!String(describing: script.notices).contains("limit="))
    }

    @Test("An app may refer to hooks for its assertions and for its imports")
    func applications() async throws {
        let script = ScriptedOrg([
            .answer(
                200,
                #"[{"id":"0oa1","name":"saml_1","label":"Payroll","status":"INACTIVE","settings":"#
                    + #"{"signOn":{"inlineHooks":[{"id":"cal1"},{"id":"cal2"}]}}},"#
                    + #"{"id":"0oa2","name":"bookmark","settings":{"signOn":{"inlineHooks":[]}}},"#
                    + #"{"id":"0oa3","label":"Directory","settings":{"inlineHookId":"cal3"}},"#
                    + #"{"id":"0oa4","label":"Bare"}]"#)
        ])
        let found = try await uses(.applications, script).get()
        #expect(
            words(found) == [
                "cal3: app Directory", "cal1: app Payroll, inactive", "cal2: app Payroll, inactive",
            ])
        #expect(paths(script) == ["/api/v1/apps?limit=200"])
    }

    @Test("A profile enrolment policy refers to hooks in its rules")
    func profileEnrollment() async throws {
        let script = ScriptedOrg([
            .answer(200, #"[{"id":"rst1","name":"Default"}]"#),
            .answer(
                200,
                #"[{"id":"rul1","name":"Catch-all","actions":{"profileEnrollment":{"#
                    + #""preRegistrationInlineHooks":[{"inlineHookId":"cal1"}]}}},"#
                    + #"{"id":"rul2","actions":{"profileEnrollment":{"#
                    + #""preRegistrationInlineHooks":null}}}]"#),
        ])
        let found = try await uses(.profileEnrollmentRules, script).get()
        #expect(words(found) == ["cal1: rule Catch-all of profile enrolment policy Default"])
        #expect(
            paths(script) == [
                "/api/v1/policies?type=PROFILE_ENROLLMENT", "/api/v1/policies/rst1/rules",
            ])
    }

    @Test("One list that fails is a failure of the whole; no id leads elsewhere")
    func failures() async {
        let denied = ScriptedOrg([
            .answer(200, #"[{"id":"rst1"},{"id":"rst2"}]"#), .error(403, "E0000006"),
            .answer(200, "[]"),
        ])
        guard case .failure(.unauthorized) = await uses(.profileEnrollmentRules, denied) else {
            Issue.record("a 403 is one")
            return
        }
        let hostile = ScriptedOrg([.answer(200, #"[{"id":"../../users"}]"#)])
        guard case .failure(.unavailable) = await uses(.profileEnrollmentRules, hostile) else {
            Issue.record("no such id can be")
            return
        }
        #expect(hostile.requests.count == 1)
        let limited = ScriptedOrg([.rateLimited(resetsIn: 2), .answer(200, "[]")])
        #expect(await uses(.applications, limited) == .success([]))
    }
}

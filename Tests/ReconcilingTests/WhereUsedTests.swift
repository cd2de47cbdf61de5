import JSON
import Kinds
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

/// Lists of uses, each as it is told.
private struct ListedUses: UseReader {
    var answers: [UseList: Result<[ObjectUse], OrgError>] = [:]

    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] { [] }
    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? { nil }
    func usage() async -> OrgUsage { OrgUsage() }

    func uses(in list: UseList) async throws(OrgError) -> [ObjectUse] {
        guard let answer = answers[list] else {
            throw .unavailable(.init(detail: "\(list) was not to be read", mayHaveHappened: false))
        }
        return try answer.get()
    }
}

@Suite("What uses inline hooks")
struct WhereUsedTests {
    private let hook = Address(kind: "inline_hook", key: "hook")

    private func recorded(_ type: String) -> [Address: RecordedResource] {
        [
            hook: RecordedResource(
                id: "cal1", attributes: Attributes([AttributePath("type"): .text(type)])),
            Address(kind: "event_hook", key: "e"): RecordedResource(
                id: "who1", attributes: Attributes()),
        ]
    }

    private func use(_ object: String) -> ObjectUse {
        ObjectUse(
            object: object, parts: [.init("app", name: "Payroll", id: "0oa1")], isActive: true)
    }

    private func answer(_ status: Int, _ code: String) -> OktaAnswer {
        OktaAnswer(status: status, errorCode: code)
    }

    @Test(arguments: [
        ("com.okta.import.transform", UseList.applications),
        ("com.okta.saml.tokens.transform", .applications),
        ("com.okta.oauth2.tokens.transform", .authorizationServerRules),
        ("com.okta.user.pre-registration", .profileEnrollmentRules),
    ])
    func onlyTheListOfItsTypeIsRead(type: String, list: UseList) async throws {
        let org = ListedUses(
            answers: [list: .success([use("cal1"), use("cal1"), use("cal2")])])
        let found = try await WhereUsedOperation(org: org).run(recorded(type))
        #expect(found.findings == [hook: .used(by: [use("cal1")])])
    }

    @Test(arguments: [
        "com.okta.telephony.provider", "com.okta.user.credential.password.import",
    ])
    func whatNothingRefersToByIdCostsNoRequest(type: String) async throws {
        let found = try await WhereUsedOperation(org: ListedUses()).run(recorded(type))
        guard case .unlisted(let words)? = found.findings[hook] else {
            Issue.record("\(found)")
            return
        }
        #expect(words.contains("the active hook of this type"))
        #expect(found.findings.count == 1)
    }

    @Test func aListThatMayNotBeReadIsNoFailure() async throws {
        let failures: [(OrgError, String)] = [
            (.unauthorized(answer(403, "E0000006")), "it needs the scope okta.apps.read"),
            (
                .unauthorized(
                    OktaAnswer(
                        status: 400, errorCode: "invalid_scope", missingScopes: ["okta.apps.read"])),
                "it needs the scope okta.apps.read"
            ),
            (.unauthorized(answer(401, "E0000015")), "the org does not have"),
            (.refused(answer(400, "E0000001")), "Okta answered 400"),
            (.notFound(answer(404, "E0000007")), "Okta answered 404"),
        ]
        for (error, words) in failures {
            let org = ListedUses(answers: [.applications: .failure(error)])
            let found = try await WhereUsedOperation(org: org).run(
                recorded("com.okta.saml.tokens.transform"))
            guard case .notKnown(let reason)? = found.findings[hook] else {
                Issue.record("\(found)")
                continue
            }
            #expect(reason.contains(words))
        }
    }

    @Test func anythingElseIsAFailure() async {
        let failures: [OrgError] = [
            .unauthorized(answer(401, "E0000011")), .rateLimited(answer(429, "E0000047")),
            .unauthorized(
                OktaAnswer(status: 400, missingScopes: ["okta.inlineHooks.read"])),
            .unavailable(.init(detail: "gone", mayHaveHappened: false)),
        ]
        for error in failures {
            let org = ListedUses(answers: [.applications: .failure(error)])
            await #expect(throws: error) {
                _ = try await WhereUsedOperation(org: org).run(
                    recorded("com.okta.saml.tokens.transform"))
            }
        }
    }

    @Test func whatIsInUseIsNotDeletedNorMadeAnew() {
        let whereUsed = WhereUsed(findings: [hook: .used(by: [use("cal1")])])
        func breaches(_ action: Change.Action, _ found: WhereUsed) -> [Diagnostic] {
            let change = Change(address: hook, action: action, reason: .differs, id: "cal1")
            let plan = Plan(
                mode: .apply, orgName: "prod", orgURL: World.url, manifestDigest: "d",
                stateLineage: "l", stateSerial: 1, targets: [], changes: [change], drift: [],
                unchanged: 0, unmanaged: [])
            return found.breaches(in: plan)
        }
        for action in [Change.Action.delete, .replace] {
            let found = breaches(action, whereUsed)
            #expect(found.map(\.rule.id) == ["used-in-org"])
            #expect(found.allSatisfy { $0.isGuard && $0.severity == .error })
        }
        for action in [Change.Action.create, .update, .forget] {
            #expect(breaches(action, whereUsed).isEmpty)
        }
        for finding in [WhereUsed.Finding.used(by: []), .notKnown("a"), .unlisted("b")] {
            #expect(breaches(.delete, WhereUsed(findings: [hook: finding])).isEmpty)
        }
    }
}

import JSON
import Kinds
import Ports
import Reconciling
import Synchronization
import Testing
import Vocabulary

@testable import Fakes

/// A delivery to an endpoint: what is sent, and what Okta would make of the answer.
@Suite("Delivering a preview") struct DeliverTests {
    private final class FakeEndpoint: EndpointDelivery {
        private let answer: PostAnswer
        private let log = Mutex<[EndpointPost]>([])

        init(_ answer: PostAnswer) { self.answer = answer }

        var posts: [EndpointPost] { log.withLock { $0 } }

        func send(_ post: EndpointPost, patience: Duration) -> PostAnswer {
            log.withLock { $0.append(post) }
            return answer
        }
    }

    private static let hook = Hook("leavers").header("X-Team", "identity").auth(env: "AUTH")

    private func deliver(
        _ hook: Hook = hook, to endpoint: FakeEndpoint, problem: Diagnostic? = nil
    ) async throws -> DeliverOperation.Outcome {
        let secrets = FakeSecrets()
        for name in ["AUTH", "URL"] { secrets[name] = FakeSecrets.value(of: name) }
        let delivery = try #require(
            HookDelivery(to: hook.declaration, body: ["eventId": "1"]))
        let operation = DeliverOperation(
            endpoint: endpoint,
            knowledge: SecretKnowledge(source: secrets, fingerprints: FakeFingerprints())
        ) { _, _ in problem }
        return await operation.run(
            delivery, of: hook.declaration, policy: Policy(), patience: .seconds(9))
    }

    private func result(_ answer: PostAnswer) async throws -> DeliveryResult? {
        guard case .sent(let result) = try await deliver(to: FakeEndpoint(answer)) else {
            return nil
        }
        return result
    }

    private func answered(_ status: Int, _ milliseconds: Int = 5, _ body: String = "") -> PostAnswer
    {
        .answered(
            EndpointAnswer(
                status: status, body: Array(body.utf8), elapsed: .milliseconds(milliseconds)))
    }

    @Test func theRealRequestIsSentOnce() async throws {
        let endpoint = FakeEndpoint(answered(500))
        _ = try await deliver(to: endpoint)
        #expect(endpoint.posts.count == 1)
        let post = try #require(endpoint.posts.first)
        #expect(post.url == Secret("https://leavers.example/hook"))
        #expect(String(decoding: post.body, as: UTF8.self) == #"{"eventId":"1"}"#)
        #expect(
            post.headers.map { "\($0.name): \($0.value.reveal())" } == [
                "User-Agent: Okta-Integrations", "Accept: application/json",
                "Content-Type: application/json", "X-Team: identity",
                "Authorization: \(FakeSecrets.value(of: "AUTH"))",
            ])
    }

    @Test func theAnswerIsJudgedAsOktaWould() async throws {
        let rows: [(PostAnswer, DeliveryResult.Verdict)] = [
            (answered(200), .accepted), (answered(204, 2999), .accepted),
            (answered(200, 3000), .late), (answered(404, 3000), .late), (answered(302), .refused),
            (answered(404), .refused), (answered(500), .failed), (answered(503, 4000), .failed),
            (.silent(after: .seconds(9)), .silent(after: .seconds(9))),
            (
                .unanswered(detail: "No.", mayHaveArrived: true),
                .unanswered("No.", mayHaveArrived: true)
            ),
        ]
        for (answer, verdict) in rows { #expect(try await result(answer)?.verdict == verdict) }
    }

    @Test func aSecretThatComesBackIsTakenOut() async throws {
        let secret = FakeSecrets.value(of: "AUTH")
        for body in [secret, "you sent \(secret)!", secret + secret, "host SENTINEL.example"] {
            let result = try #require(try await result(answered(400, 5, body)))
            #expect(!result.body.contains(FakeSecrets.sentinel), "\(result.body)")
            #expect(result.body.contains(Secret.mask))
        }
    }

    @Test func withoutASecretNothingIsSent() async throws {
        let endpoint = FakeEndpoint(answered(200))
        guard case .not(let problems) = try await deliver(Self.hook.auth(env: "NONE"), to: endpoint)
        else {
            Issue.record("it was sent")
            return
        }
        #expect(problems.map(\.rule.id) == ["secret-unavailable"])
        #expect(endpoint.posts.isEmpty)
    }

    @Test func aSecretURLIsHeldToTheRules() async throws {
        let endpoint = FakeEndpoint(answered(200))
        let problem = Diagnostic(.error, .invalidEndpointUrl, detail: "No.")
        let outcome = try await deliver(Self.hook.url(env: "URL"), to: endpoint, problem: problem)
        guard case .not(let problems) = outcome else {
            Issue.record("it was sent")
            return
        }
        #expect(problems.map(\.rule.id) == ["invalid-endpoint-url"])
        #expect(endpoint.posts.isEmpty)
        // One in clear was held to them when the manifest was read.
        _ = try await deliver(Self.hook, to: endpoint, problem: problem)
        #expect(endpoint.posts.count == 1)
    }

    @Test(arguments: [
        (["Bearer abcdefgh"], "token abcdefgh, Bearer abcdefgh", "token ‹secret›, ‹secret›"),
        ([#"a"b\c"#], #"{"got":"a\"b\\c"}"#, #"{"got":"‹secret›"}"#),
        (["abc", "abcdef"], "abcdef abc", "‹secret› ‹secret›"),
        (["user:pw"], "user", "user"),
        (["", "x"], "yxy", "y‹secret›y"),
        (["e\u{301}"], "e\u{301}\u{301} e", "‹secret›\u{301} e"),
        (["Basic YWJj/ZGVm"], #"{"a":"Basic YWJj\/ZGVm"}"#, #"{"a":"‹secret›"}"#),
        (["a&<é😀\u{27}"], #""a\u0026\u003C\u00e9\ud83d\ude00\u0027 \u00""#, #""‹secret› \u00""#),
        (["a b&é+"], "x=a%20b%26%c3%A9%2B&y=a+b%26%C3%A9%2B%2", "x=‹secret›&y=‹secret›%2"),
        (
            ["a&\"'<é"], "<p>a&amp;&quot;&#39;&lt;&#xe9; &amp;&#;&#x110000;</p>",
            "<p>‹secret› &amp;&#;&#x110000;</p>"
        ),
        (["https://h/abc?token%2Ben"], "got token+en", "got ‹secret›"),
        (["pässe"], "p\u{c3}\u{a4}sse", "‹secret›"),
        (["aab"], "aaab aa", "a‹secret› aa"),
    ])
    func secretsAreTakenOut(secrets: [String], text: String, left: String) {
        let erased = SecretErasure(secrets.map { Secret($0) }).erased(text)
        #expect(Array(erased.utf8) == Array(left.utf8), "\(erased)")
    }
}

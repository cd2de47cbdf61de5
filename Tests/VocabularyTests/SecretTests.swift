import Testing
import Vocabulary

/// A secret comes out of `reveal()`, and out of nothing else.
struct SecretTests {
    static let clear = "sentinel-in-clear"
    static let secret = Secret(clear)

    struct Holder {
        let label = "holder"
        let secret: Secret
        let optional: Secret?
        let list: [Secret]
        let map: [String: Secret]
        let reference: SecretReference
        let result: Result<Secret, Never>
    }

    static let holder = Holder(
        secret: secret, optional: secret, list: [secret], map: ["k": secret],
        reference: .basicCredentials(username: "okta", password: .literal(secret)),
        result: .success(secret))

    static func dumped<Value>(_ value: Value) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    static let outputs: [(String, String)] = [
        ("description", secret.description),
        ("debugDescription", secret.debugDescription),
        ("interpolation", "\(secret)"),
        ("describing", String(describing: secret)),
        ("reflecting", String(reflecting: secret)),
        ("dump", dumped(secret)),
        ("optional", String(describing: Optional(secret))),
        ("array", "\([secret])"),
        ("dictionary", "\(["k": secret])"),
        ("holder described", "\(holder)"),
        ("holder reflected", String(reflecting: holder)),
        ("holder dumped", dumped(holder)),
        ("reference reflected", String(reflecting: SecretReference.literal(secret))),
        ("reference dumped", dumped(SecretReference.literal(secret))),
    ]

    @Test(arguments: outputs)
    func doesNotPrint(way: String, text: String) {
        #expect(!text.contains(Self.clear))
        #expect(!text.isEmpty)
    }

    @Test func printsAMask() {
        #expect("\(Self.secret)" == "‹secret›")
        #expect(String(reflecting: Self.secret) == "‹secret›")
    }

    @Test func hasNoChildrenToLookAt() {
        #expect(Mirror(reflecting: Self.secret).children.isEmpty)
        let inner = Mirror(reflecting: Self.holder).children.compactMap { $0.value as? Secret }
        #expect(inner.allSatisfy { Mirror(reflecting: $0).children.isEmpty })
    }

    @Test func isRevealedOnDemandAndComparedByValue() {
        #expect(Self.secret.reveal() == Self.clear)
        #expect(Self.secret == Secret(Self.clear))
        #expect(Self.secret != Secret("other"))
    }

    @Test(arguments: [
        (SecretReference.environment("TOKEN"), "env TOKEN"),
        (.file("secrets/x"), "file secrets/x"),
        (.command(["pass", "show", "sentinel-in-clear"]), "command pass"),
        (.command([]), "command "),
        (.literal(secret), "literal"),
        (.basicCredentials(username: "okta", password: .literal(secret)), "basic okta, literal"),
    ])
    func aReferenceIsToldInWords(reference: SecretReference, words: String) {
        #expect(reference.description == words)
        #expect("\(reference)" == words)
    }
}

import Cryptography
import Testing

@Suite struct Base64URLTests {
    /// The examples of RFC 4648, section 10, and those where the two alphabets differ.
    @Test(arguments: [
        ([], ""), (Array("f".utf8), "Zg"), (Array("fo".utf8), "Zm8"), (Array("foo".utf8), "Zm9v"),
        (Array("foobar".utf8), "Zm9vYmFy"), ([0xFB, 0xFF], "-_8"), ([0xFF, 0xEF, 0xBE], "_---"),
        ([0], "AA"), ([0, 0], "AAA"),
    ])
    func thereAndBack(_ data: [UInt8], _ text: String) {
        #expect(base64URL(data) == text)
        #expect(bytes(base64URL: text) == data)
    }

    @Test(arguments: ["Zg==", "Z", "Zm9v\n", "Zm9 v", "+/8", "Zh", "Zm9", "é", "Zm8A="])
    func nothingElseIsRead(_ text: String) {
        #expect(bytes(base64URL: text) == nil)
    }
}

@Suite struct SigningKeyTests {
    @Test func aNewKeyIsOnP256AndSignsInSixtyFourBytes() throws {
        let key = try SigningKey.makeP256()
        #expect(key.algorithm == .es256)
        let message = Array("message".utf8)
        for _ in 0..<200 { #expect(try key.sign(message).count == 64) }
        let members = try key.publicKeyMembers()
        #expect(members.map(\.name) == ["crv", "kty", "x", "y"])
        #expect(members.map(\.value)[0...1] == ["P-256", "EC"])
        for member in members[2...] { #expect(bytes(base64URL: member.value)?.count == 32) }
        let other = try SigningKey.makeP256()
        #expect(try other.publicKeyMembers()[2].value != members[2].value)
    }

    @Test func aKeyDescribesItselfByItsAlgorithmAlone() throws {
        let key = try SigningKey.makeP256()
        var shown = ""
        dump(key, to: &shown)
        #expect("\(key)" == "a private key for ES256")
        #expect(shown.contains("a private key for ES256") && !shown.contains("handle"))
    }

    @Test(arguments: [
        ("", PrivateKeyProblem.unknownForm),
        ("nothing of the kind", .unknownForm),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n", .damaged),
        ("-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n", .damaged),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", .damaged),
        ("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", .damaged),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", .damaged),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
            .notPrivate(found: "a public key")
        ),
        (
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
            .notPrivate(found: "a request for a certificate")
        ),
        (
            "-----BEGIN MESSAGE-----\nAAAA\n-----END MESSAGE-----\n",
            .notPrivate(found: "something else in PEM")
        ),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
            .openSSH
        ),
        (
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
            .encrypted
        ),
    ])
    func whatIsNoKey(_ text: String, _ problem: PrivateKeyProblem) {
        #expect(throws: problem) { try SigningKey.reading(pem: Array(text.utf8), now: 0) }
    }

    @Test func numbersThatMakeNoKey() {
        #expect(throws: PrivateKeyProblem.damaged) {
            try SigningKey(
                ECKeyNumbers(
                    curve: .p256, x: Array(repeating: 1, count: 32),
                    y: Array(repeating: 1, count: 32), d: [1]), algorithm: nil)
        }
        #expect(throws: PrivateKeyProblem.self) {
            try SigningKey(RSAKeyNumbers(n: [1], e: [3], d: [1], factors: nil), algorithm: nil)
        }
        #expect(throws: PrivateKeyProblem.self) {
            try SigningKey(
                RSAKeyNumbers(
                    n: Array(repeating: 255, count: 256), e: [1, 0, 1],
                    d: Array(repeating: 7, count: 256), factors: nil), algorithm: nil)
        }
    }

    @Test func everyProblemHasWordsOfItsOwn() {
        let problems: [PrivateKeyProblem] = [
            .unknownForm, .notPrivate(found: "x"), .encrypted, .openSSH, .several, .damaged,
            .unsupportedKind("x"), .unsupportedCurve, .tooShort(bits: 1), .certificateOfOtherKey,
            .certificateExpired("x"), .certificateNotYetValid("x"), .jwkMember("x"),
            .unsupportedAlgorithm, .notForSigning, .noneChosen,
        ]
        #expect(Set(problems.map(\.description)).count == problems.count)
    }
}

import Secrets
import Testing
import Vocabulary

/// Fingerprints by scrypt.
struct FingerprintTests {
    let fingerprints = ScryptFingerprints()

    @Test func aFingerprintIsOfItsSecretOnly() async {
        let secret = Secret("open sesame")
        let print = await fingerprints.make(secret)
        #expect(await fingerprints.matches(secret, print))
        #expect(await !fingerprints.matches(Secret("open sesame "), print))
        #expect(await !fingerprints.matches(Secret(""), print))
    }

    @Test func eachHasASaltOfItsOwn() async {
        let (a, b) = (
            await fingerprints.make(Secret("same")), await fingerprints.make(Secret("same"))
        )
        #expect(a.salt != b.salt)
        #expect(a.hash != b.hash)
        #expect(await fingerprints.matches(Secret("same"), b))
    }

    @Test func isWrittenAtTheStandardCostAndReadBack() async {
        let print = await fingerprints.make(Secret("open sesame"))
        #expect((print.n, print.r, print.p) == (8192, 8, 2))
        #expect(print.salt.utf8.count == 32 && print.hash.utf8.count == 64)
        #expect(Fingerprint(print.description) == print)
        #expect(!print.description.contains("sesame"))
    }

    /// RFC 7914, section 12: the third vector.
    @Test func isScrypt() async {
        let print = Fingerprint(
            n: 16384, r: 8, p: 1, salt: hexadecimal("SodiumChloride"),
            hash: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
        #expect(await fingerprints.matches(Secret("pleaseletmein"), print))
        #expect(await !fingerprints.matches(Secret("pleaseletmeout"), print))
    }

    @Test(arguments: [
        Fingerprint(n: 1 << 20, r: 32, p: 16, salt: "00", hash: "00"),
        Fingerprint(n: 3, r: 8, p: 1, salt: "00", hash: "00"),
        Fingerprint(n: 0, r: 8, p: 1, salt: "00", hash: "00"),
        Fingerprint(n: -1, r: -1, p: -1, salt: "00", hash: "00"),
        Fingerprint(n: 2, r: 8, p: 1, salt: "00", hash: ""),
        Fingerprint(n: 2, r: 8, p: 1, salt: "", hash: ""),
    ])
    func whatWeWouldNeverWriteMatchesNothing(_ print: Fingerprint) async {
        #expect(await !fingerprints.matches(Secret("x"), print))
        #expect(await !fingerprints.matches(Secret(""), print))
    }

    private func hexadecimal(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

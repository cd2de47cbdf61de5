import Secrets
import Testing
import Vocabulary

/// Fingerprints by scrypt.
struct FingerprintTests {
    let fingerprints = ScryptFingerprints()

    @Test func aFingerprintIsOfItsSecretOnly() async {
        let parameters = fingerprints.newParameters()
        let hash = await fingerprints.hash(of: Secret("open sesame"), by: parameters)
        #expect(await fingerprints.hash(of: Secret("open sesame"), by: parameters) == hash)
        #expect(await fingerprints.hash(of: Secret("open sesame "), by: parameters) != hash)
        #expect(await fingerprints.hash(of: Secret(""), by: parameters) != hash)
    }

    @Test func saltsAreRandomAndChangeTheHash() async {
        let (a, b) = (fingerprints.newParameters(), fingerprints.newParameters())
        #expect(a.salt != b.salt)
        #expect(a.areLike(b))
        let secret = Secret("same")
        #expect(
            await fingerprints.hash(of: secret, by: a) != fingerprints.hash(of: secret, by: b))
    }

    @Test func isWrittenAtTheStandardCostAndReadBack() async throws {
        let parameters = fingerprints.newParameters()
        let hash = try #require(
            await fingerprints.hash(of: Secret("open sesame"), by: parameters))
        let print = Fingerprint(parameters, hash: hash)
        #expect((parameters.n, parameters.r, parameters.p) == (8192, 8, 2))
        #expect(parameters.salt.utf8.count == 32 && hash.utf8.count == 64)
        #expect(Fingerprint(print.description) == print)
        #expect(!print.description.contains("sesame"))
    }

    /// RFC 7914, section 12: the third vector.
    @Test func isScrypt() async {
        let print = Fingerprint(
            n: 16384, r: 8, p: 1, salt: hexadecimal("SodiumChloride"),
            hash: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
        #expect(
            await fingerprints.hash(of: Secret("pleaseletmein"), by: print.parameters)
                == print.hash)
        #expect(
            await fingerprints.hash(of: Secret("pleaseletmeout"), by: print.parameters)
                != print.hash)
    }

    @Test(arguments: [
        Fingerprint(n: 1 << 20, r: 32, p: 16, salt: "00", hash: "00"),
        Fingerprint(n: 3, r: 8, p: 1, salt: "00", hash: "00"),
        Fingerprint(n: 0, r: 8, p: 1, salt: "00", hash: "00"),
        Fingerprint(n: -1, r: -1, p: -1, salt: "00", hash: "00"),
        Fingerprint(n: 2, r: 8, p: 1, salt: "00", hash: ""),
        Fingerprint(n: 2, r: 8, p: 1, salt: "", hash: ""),
    ])
    func whatWeWouldNeverWriteHasNoHash(_ print: Fingerprint) async {
        #expect(await fingerprints.hash(of: Secret("x"), by: print.parameters) == nil)
        #expect(await fingerprints.hash(of: Secret(""), by: print.parameters) == nil)
    }

    @Test func manyAtOnceAllEnd() async {
        let parameters = Fingerprint.Parameters(n: 2, r: 1, p: 1, salt: "00", length: 8)
        let hashes = await withTaskGroup(of: String?.self) { group in
            for number in 0..<200 {
                group.addTask {
                    await fingerprints.hash(of: Secret("\(number)"), by: parameters)
                }
            }
            return await group.reduce(into: Set<String>()) { if let hash = $1 { $0.insert(hash) } }
        }
        #expect(hashes.count == 200)
    }

    private func hexadecimal(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

import Cryptography
import Testing

@Suite struct ScryptTests {
    /// The vectors of RFC 7914, section 12. Its last one (n = 1048576, a gigabyte) costs more than
    /// is allowed here, and serves below to show that.
    @Test(arguments: [
        (
            "", "", ScryptParameters(n: 16, r: 1, p: 1),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", ScryptParameters(n: 1024, r: 8, p: 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", ScryptParameters(n: 16384, r: 8, p: 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func publishedVectors(
        _ secret: String, _ salt: String, _ parameters: ScryptParameters, _ key: String
    ) throws {
        let derived = try Scrypt.derive(
            secret: Array(secret.utf8), salt: Array(salt.utf8), parameters: parameters, length: 64)
        #expect(derived.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == key)
    }

    @Test func aKeyIsThirtyTwoBytesUnlessAskedOtherwise() throws {
        let parameters = ScryptParameters(n: 16, r: 1, p: 1)
        let key = try Scrypt.derive(secret: [1], salt: [2], parameters: parameters)
        let short = try Scrypt.derive(secret: [1], salt: [2], parameters: parameters, length: 8)
        let other = try Scrypt.derive(secret: [1], salt: [3], parameters: parameters)
        #expect(key.count == 32)
        #expect(short == Array(key.prefix(8)))
        #expect(other != key)
    }

    @Test func theStandardIsTheVectorOfSixteenMebibytes() {
        #expect(ScryptParameters.standard == ScryptParameters(n: 8192, r: 8, p: 2))
    }

    @Test(arguments: [
        (0, 8, 1), (1, 8, 1), (-16, 8, 1), (1000, 8, 1), (16, 0, 1), (16, -1, 1), (16, 8, 0),
        (16, 8, -1),
        // The last vector of the RFC, and numbers whose product does not fit.
        (1_048_576, 8, 1), (1 << 62, 8, 8), (2, 1 << 20, 2), (2, 1, 1 << 21),
    ])
    func invalidOrTooCostlyParametersAreRefused(_ n: Int, _ r: Int, _ p: Int) {
        let parameters = ScryptParameters(n: n, r: r, p: p)
        #expect(throws: CryptographyError.invalidParameters(parameters)) {
            try Scrypt.derive(secret: [1], salt: [2], parameters: parameters)
        }
    }

    @Test func whatTheLibraryRefusesIsAnErrorWithItsReason() throws {
        // With r = 1 the RFC allows no n from 65536 on; only libcrypto checks that.
        let error = try #require(throws: CryptographyError.self) {
            try Scrypt.derive(
                secret: [1], salt: [2], parameters: ScryptParameters(n: 65536, r: 1, p: 1))
        }
        guard case .libraryFailed(let operation, let reason) = error else {
            Issue.record("unexpected error: \(error)")
            return
        }
        #expect(operation == "scrypt")
        #expect(reason.hasPrefix("error:"))
        #expect("\(error)" == "scrypt failed in libcrypto: \(reason)")
    }

    @Test(arguments: [-1, 0, 1025])
    func noSuchLengthIsGiven(_ length: Int) {
        #expect(throws: CryptographyError.invalidLength(length)) {
            try Scrypt.derive(secret: [1], salt: [2], parameters: .standard, length: length)
        }
    }
}

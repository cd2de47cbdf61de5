import Testing
import Vocabulary

/// Fingerprints as text: read exactly as written, and only at costs that we would write.
struct FingerprintTests {
    @Test(arguments: [
        "scrypt:16384:8:1:00ff:0123456789abcdef", "scrypt:2:1:1:00:00",
        "scrypt:1048576:32:16:ab:cd",
    ])
    func isReadAndWritten(_ text: String) throws {
        #expect(try #require(Fingerprint(text)).description == text)
    }

    @Test(arguments: [
        "", "scrypt", "scrypt:16384:8:1:00ff", "scrypt:16384:8:1:00ff:00:00",
        // Another way.
        "bcrypt:16384:8:1:00:00", "SCRYPT:16384:8:1:00:00",
        // Costs: too high, too low, no power of two, no number.
        "scrypt:2097152:8:1:00:00", "scrypt:1:8:1:00:00", "scrypt:0:8:1:00:00",
        "scrypt:-2:8:1:00:00", "scrypt:16383:8:1:00:00", "scrypt:3:8:1:00:00",
        "scrypt:99999999999999999999:8:1:00:00", "scrypt:x:8:1:00:00", "scrypt: 2:8:1:00:00",
        "scrypt:2:33:1:00:00", "scrypt:2:0:1:00:00", "scrypt:2:-1:1:00:00",
        "scrypt:2:1:17:00:00", "scrypt:2:1:0:00:00",
        // Salt and hash: empty, half a byte, upper case, no hexadecimal.
        "scrypt:2:1:1::00", "scrypt:2:1:1:00:", "scrypt:2:1:1:0:00", "scrypt:2:1:1:00:000",
        "scrypt:2:1:1:AB:00", "scrypt:2:1:1:00:AB", "scrypt:2:1:1:zz:00", "scrypt:2:1:1:00:é",
        "scrypt:2:1:1:00:00\n",
    ])
    func isNone(_ text: String) {
        #expect(Fingerprint(text) == nil)
    }
}

import Foundation
import Ports
import Synchronization
import Vocabulary

/// Secrets by the names of environment variables. Every value holds the sentinel, by which a leak is
/// found wherever it is.
final class FakeSecrets: SecretSource {
    static let sentinel = "SENTINEL"

    /// Whether bytes hold any secret.
    static func areIn(_ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(sentinel.utf8)) != nil
    }

    private let values = Mutex<[String: String]>([:])

    subscript(name: String) -> String? {
        get { values.withLock { $0[name] } }
        set { values.withLock { $0[name] = newValue } }
    }

    /// The value that a name has unless it was given another.
    static func value(of name: String) -> String { "https://\(sentinel).example/\(name)" }

    func resolve(_ reference: SecretReference) throws(SecretError) -> Secret {
        guard case .environment(let name) = reference, let value = self[name] else {
            throw SecretError(detail: "\(reference) is not set")
        }
        return Secret(value)
    }
}

/// Fingerprints that cost nothing: a hash over a salt, which is a number that counts up.
final class FakeFingerprints: Fingerprints {
    private let count = Atomic<Int>(0)

    /// How many were made.
    var made: Int { count.load(ordering: .acquiring) }

    func make(_ secret: Secret) -> Fingerprint {
        let number = count.add(1, ordering: .acquiringAndReleasing).newValue
        return Self.fingerprint(of: secret, salt: Self.hex(UInt64(number)))
    }

    func matches(_ secret: Secret, _ fingerprint: Fingerprint) -> Bool {
        Self.fingerprint(of: secret, salt: fingerprint.salt) == fingerprint
    }

    private static func fingerprint(of secret: Secret, salt: String) -> Fingerprint {
        // FNV-1a.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (salt + secret.reveal()).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return Fingerprint(n: 2, r: 1, p: 1, salt: salt, hash: hex(hash))
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

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
    private let salts = Atomic<Int>(0)
    private let hashed = Mutex<[String]>([])

    /// The hashes that were computed, in the order of asking.
    var hashes: [String] { hashed.withLock { $0 } }

    /// The number of different fingerprints.
    var made: Int { Set(hashes).count }

    func newParameters() -> Fingerprint.Parameters {
        let number = salts.add(1, ordering: .acquiringAndReleasing).newValue
        return Fingerprint.Parameters(n: 2, r: 1, p: 1, salt: Self.hex(UInt64(number)), length: 8)
    }

    func hash(of secret: Secret, by parameters: Fingerprint.Parameters) -> String? {
        // FNV-1a.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (parameters.salt + secret.reveal()).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        hashed.withLock { $0.append(Self.hex(hash)) }
        return Self.hex(hash)
    }

    /// A fingerprint with a salt of its own.
    func make(_ secret: Secret) -> Fingerprint {
        let parameters = newParameters()
        return Fingerprint(parameters, hash: hash(of: secret, by: parameters) ?? "")
    }

    func matches(_ secret: Secret, _ fingerprint: Fingerprint) -> Bool {
        hash(of: secret, by: fingerprint.parameters) == fingerprint.hash
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

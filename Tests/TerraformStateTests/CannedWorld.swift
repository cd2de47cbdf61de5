import Kinds
import Ports
import Vocabulary

/// An org that lists what it was given, and counts the requests.
actor CannedOrg: OrgReader {
    private let objects: [LiveObject]
    private var requests = 0

    init(_ objects: [LiveObject]) { self.objects = objects }

    func list(_ kind: ResourceKind) -> [LiveObject] {
        requests += 1
        return objects.filter { $0.kind == kind }
    }

    func read(_ kind: ResourceKind, id: String) -> LiveObject? {
        requests += 1
        return objects.first { $0.kind == kind && $0.id == id }
    }

    func usage() -> OrgUsage { OrgUsage(requests: requests) }
}

/// Environment variables with the values that they were given.
struct GivenSecrets: SecretSource {
    let values: [String: String]

    func resolve(_ reference: SecretReference) async throws(SecretError) -> Secret {
        guard case .environment(let name) = reference, let value = values[name] else {
            throw SecretError(detail: "\(reference) is not set.")
        }
        return Secret(value)
    }
}

/// Fingerprints that are the same in every run.
struct PlainFingerprints: Fingerprints {
    func make(_ secret: Secret) async -> Fingerprint { Self.fingerprint(of: secret.reveal()) }

    func matches(_ secret: Secret, _ fingerprint: Fingerprint) async -> Bool {
        Self.fingerprint(of: secret.reveal()) == fingerprint
    }

    private static func fingerprint(of text: String) -> Fingerprint {
        func hexadecimal(_ text: String) -> String {
            let number = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
            }
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return Fingerprint(
            n: 16384, r: 8, p: 1, salt: hexadecimal("salt of \(text)"),
            hash: hexadecimal("hash of \(text)"))
    }
}

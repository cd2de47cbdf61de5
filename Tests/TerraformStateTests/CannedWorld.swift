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

/// Fingerprints that are the same in every run: there is one salt, and the hash follows from the
/// secret.
struct PlainFingerprints: Fingerprints {
    func newParameters() -> Fingerprint.Parameters {
        Fingerprint.Parameters(n: 16384, r: 8, p: 1, salt: "5a175a175a175a17", length: 8)
    }

    func hash(of secret: Secret, by parameters: Fingerprint.Parameters) async -> String? {
        let number = "hash of \(secret.reveal())".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

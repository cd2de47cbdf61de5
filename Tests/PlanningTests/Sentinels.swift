import Kinds
import Ports
import Vocabulary

/// Secrets that nothing may show: each begins with `sentinel-`, and a URL holds it in its path.
struct SentinelSecrets: SecretSource {
    func resolve(_ reference: SecretReference) async throws(SecretError) -> Secret {
        switch reference {
        case .environment(let name):
            if name.hasPrefix("UNSET_") {
                throw SecretError(detail: "the environment variable \(name) is not set.")
            }
            if name.hasPrefix("FORBIDDEN_") {
                return Secret("https://sentinel-\(name.lowercased()).example.net/")
            }
            return Secret(
                name.hasSuffix("_URL")
                    ? "https://hooks.acme.com/sentinel-\(name)" : "sentinel-\(name)")
        case .file(let path): return Secret("sentinel-\(path)")
        case .command(let words): return Secret("sentinel-\(words.joined(separator: "-"))")
        case .literal(let secret): return secret
        case .basicCredentials(let username, let password):
            return Secret("sentinel-\(username):\(try await resolve(password).reveal())")
        }
    }
}

/// Fingerprints that are the same in every run: there is one salt, and the hash follows from the
/// secret.
struct SentinelFingerprints: Fingerprints {
    private static let parameters = Fingerprint.Parameters(
        n: 16384, r: 8, p: 1, salt: "5a175a175a175a17", length: 8)

    func newParameters() -> Fingerprint.Parameters { Self.parameters }

    func hash(of secret: Secret, by parameters: Fingerprint.Parameters) async -> String? {
        Self.fingerprint(of: secret.reveal()).hash
    }

    static func fingerprint(of text: String) -> Fingerprint {
        Fingerprint(parameters, hash: hexadecimal(fnv1a("hash of \(text)")))
    }

    private static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

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

    func usage() -> OrgUsage { OrgUsage(requests: requests, remaining: 99, limit: 100) }
}

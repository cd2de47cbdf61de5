import Foundation

/// Makes names of the shapes Okta gives out.
enum Identifiers {
    private static let base62 = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    private static let urlSafe = base62 + ["-", "_"]

    /// An object's id: its kind's three letters and 17 more characters, as `who` for event hooks.
    static func object(_ prefix: String) -> String {
        prefix + random(20 - prefix.count, from: base62)
    }

    static func request() -> String { random(27, from: urlSafe) }

    static func error() -> String { "oae" + random(22, from: urlSafe) }

    /// What the endpoint of an event hook has to send back.
    static func challenge() -> String { random(40, from: urlSafe) }

    /// The same id for the same seed, ever: who acts is told from the token alone.
    static func derived(_ prefix: String, from seed: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var id = prefix
        while id.count < 20 {
            for byte in seed.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9
            id.append(base62[Int((hash >> 32) % 62)])
        }
        return id
    }

    static func uuid() -> String { UUID().uuidString.lowercased() }

    private static func random(_ count: Int, from alphabet: [Character]) -> String {
        String((0..<count).compactMap { _ in alphabet.randomElement() })
    }
}

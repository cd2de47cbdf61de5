/// What is kept of a secret: scrypt over it with a salt of its own. One can tell with it whether a
/// secret is the same; one cannot get the secret back, nor look a weak one up in a table.
///
/// Written `scrypt:N:r:p:SALT:HASH`, salt and hash in lower-case hexadecimal.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let n: Int
    package let r: Int
    package let p: Int
    /// Hexadecimal, as `hash` is.
    package let salt: String
    package let hash: String

    package init(n: Int, r: Int, p: Int, salt: String, hash: String) {
        self.n = n
        self.r = r
        self.p = p
        self.salt = salt
        self.hash = hash
    }

    /// Reads what `description` writes. Costs beyond what we would ever write are refused, so that a
    /// damaged file cannot make us spend gigabytes.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 6, parts[0] == "scrypt", let n = Int(parts[1]), let r = Int(parts[2]),
            let p = Int(parts[3]), (2...(1 << 20)).contains(n), n & (n - 1) == 0,
            (1...32).contains(r), (1...16).contains(p), Self.isHex(parts[4]), Self.isHex(parts[5])
        else { return nil }
        self.init(n: n, r: r, p: p, salt: parts[4], hash: parts[5])
    }

    package var description: String { "scrypt:\(n):\(r):\(p):\(salt):\(hash)" }

    private static func isHex(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count.isMultiple(of: 2)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}

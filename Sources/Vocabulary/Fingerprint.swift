/// The record of a secret: scrypt over the secret and a random salt. It shows whether a secret is the
/// same. The secret can't be read from it, and a weak one can't be looked up in a table.
///
/// Written `scrypt:N:r:p:SALT:HASH`, salt and hash in lower-case hexadecimal.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// Everything but the secret that determines a hash.
    package struct Parameters: Hashable, Sendable {
        package let n: Int
        package let r: Int
        package let p: Int
        /// Hexadecimal.
        package let salt: String
        /// The number of bytes of a hash.
        package let length: Int

        package init(n: Int, r: Int, p: Int, salt: String, length: Int) {
            self.n = n
            self.r = r
            self.p = p
            self.salt = salt
            self.length = length
        }

        /// Whether these parameters differ from others in nothing but the bytes of the salt.
        package func areLike(_ other: Parameters) -> Bool {
            (n, r, p, length) == (other.n, other.r, other.p, other.length)
                && salt.utf8.count == other.salt.utf8.count
        }
    }

    package let parameters: Parameters
    /// Hexadecimal.
    package let hash: String

    package init(_ parameters: Parameters, hash: String) {
        self.parameters = parameters
        self.hash = hash
    }

    package init(n: Int, r: Int, p: Int, salt: String, hash: String) {
        let length = hash.utf8.count / 2
        self.init(Parameters(n: n, r: r, p: p, salt: salt, length: length), hash: hash)
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

    package var description: String {
        "scrypt:\(parameters.n):\(parameters.r):\(parameters.p):\(parameters.salt):\(hash)"
    }

    private static func isHex(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count.isMultiple(of: 2)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}

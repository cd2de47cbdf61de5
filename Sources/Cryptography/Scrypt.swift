import CLibCrypto

/// What scrypt costs: `n` is work and memory, `r` the size of a block, `p` how often it is done.
package struct ScryptParameters: Hashable, Sendable {
    package let n: Int
    package let r: Int
    package let p: Int

    package init(n: Int, r: Int, p: Int) {
        self.n = n
        self.r = r
        self.p = p
    }

    /// 8 MiB and some tens of milliseconds: dear for a table of guesses, cheap for a few hooks.
    package static let standard = ScryptParameters(n: 8192, r: 8, p: 2)

    /// The most `n * r * p` that is computed: 16 times the standard, at most 256 MiB for its blocks.
    ///
    /// Parameters are read from files, and a file must not be able to stop a run for an hour.
    package static let mostWork = 1 << 21

    /// The memory that libcrypto needs; nil when the parameters are invalid or too costly.
    var memory: UInt64? {
        guard n > 1, n & (n - 1) == 0, r > 0, p > 0 else { return nil }
        let (blocks, blocksOverflow) = n.multipliedReportingOverflow(by: r)
        let (work, workOverflow) = blocks.multipliedReportingOverflow(by: p)
        guard !blocksOverflow, !workOverflow, work <= Self.mostWork else { return nil }
        // The blocks of the mix, the blocks it starts from, and two to work in.
        return 128 * UInt64(r) * UInt64(n + p + 2)
    }
}

/// Scrypt (RFC 7914): a key from a secret, made slow and hungry so that guessing is too.
package enum Scrypt {
    /// Derives `length` bytes; the same secret, salt and parameters give the same bytes.
    package static func derive(
        secret: [UInt8], salt: [UInt8], parameters: ScryptParameters, length: Int = 32
    ) throws(CryptographyError) -> [UInt8] {
        guard (1...1024).contains(length) else { throw .invalidLength(length) }
        guard let memory = parameters.memory else { throw .invalidParameters(parameters) }
        var key = [UInt8](repeating: 0, count: length)
        let result = secret.withUnsafeBytes { secret in
            EVP_PBE_scrypt(
                secret.bindMemory(to: CChar.self).baseAddress, secret.count, salt, salt.count,
                UInt64(parameters.n), UInt64(parameters.r), UInt64(parameters.p), memory,
                &key, length)
        }
        guard result == 1 else { throw .fromLibrary("scrypt") }
        return key
    }
}

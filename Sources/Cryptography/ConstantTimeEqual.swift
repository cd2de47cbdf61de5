import CLibCrypto

/// Whether two byte strings are the same, in a time that does not tell where they differ.
///
/// Strings of different lengths are told apart at once: a length is no secret here.
package func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}

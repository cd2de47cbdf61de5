import CLibCrypto

/// Bytes that nobody can foretell, from libcrypto's generator.
package func randomBytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
    guard count >= 0, let length = Int32(exactly: count) else { throw .invalidLength(count) }
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, length) == 1 else { throw .fromLibrary("random bytes") }
    return bytes
}

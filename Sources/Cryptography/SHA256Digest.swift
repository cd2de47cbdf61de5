import CLibCrypto

/// SHA-256 of a whole message.
package enum SHA256Digest {
    /// The digest as 64 lower-case hexadecimal digits.
    package static func hex(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = self.bytes(of: bytes).flatMap { byte in
            [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest as 32 bytes.
    ///
    /// A message can not make this fail. What can is a libcrypto without SHA-256 or a machine
    /// without memory, and then there is nothing to go on with: the program stops.
    package static func bytes(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let result = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        guard result == 1, length == 32 else {
            fatalError("\(CryptographyError.fromLibrary("SHA-256"))")
        }
        return digest
    }
}

import CLibCrypto

/// One `-----BEGIN …-----` block of a PEM text, decoded.
///
/// libcrypto holds the bytes, and wipes them when this is gone.
final class PEMBlock {
    /// What stands after `BEGIN`, such as `PRIVATE KEY`.
    let label: String
    /// Whether its lines say that a passphrase is needed.
    let isEncrypted: Bool
    let start: UnsafePointer<UInt8>
    let count: Int
    private let memory: UnsafeMutablePointer<UInt8>

    private init(
        label: String, isEncrypted: Bool, memory: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        self.label = label
        self.isEncrypted = isEncrypted
        self.memory = memory
        self.count = count
        start = UnsafePointer(memory)
    }

    deinit { CRYPTO_clear_free(memory, count, "PEMBlocks", 0) }

    /// The blocks of a text in their order; what stands between them is no matter.
    ///
    /// - Throws: `damaged` where a block begins that cannot be read.
    static func all(in text: [UInt8]) throws(PrivateKeyProblem) -> [PEMBlock] {
        defer { ERR_clear_error() }
        guard
            let source = text.withUnsafeBytes({ bytes in
                let source = BIO_new(BIO_s_mem())
                guard BIO_write(source, bytes.baseAddress, Int32(bytes.count)) == bytes.count else {
                    BIO_free(source)
                    return nil as OpaquePointer?
                }
                return source
            })
        else { throw .damaged }
        defer { BIO_free(source) }
        var blocks: [PEMBlock] = []
        while true {
            var name: UnsafeMutablePointer<CChar>?
            var header: UnsafeMutablePointer<CChar>?
            var data: UnsafeMutablePointer<UInt8>?
            var count = 0
            ERR_clear_error()
            guard PEM_read_bio(source, &name, &header, &data, &count) == 1, let name, let data
            else { break }
            defer {
                CRYPTO_free(name, "PEMBlocks", 0)
                CRYPTO_free(header, "PEMBlocks", 0)
            }
            let lines = header.map { String(cString: $0) } ?? ""
            blocks.append(
                PEMBlock(
                    label: String(cString: name), isEncrypted: lines.contains("ENCRYPTED"),
                    memory: data, count: count))
        }
        guard blocks.count == Self.beginnings(in: text) else { throw .damaged }
        return blocks
    }

    /// How many lines begin a block.
    private static func beginnings(in text: [UInt8]) -> Int {
        text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .count { $0.starts(with: Array("-----BEGIN ".utf8)) }
    }
}

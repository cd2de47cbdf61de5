import Glibc
import Ports

/// Reads a file that holds a secret.
enum SecretFile {
    /// No secret is larger; a larger file was named by mistake.
    static let limit = 64 << 10

    static func read(_ path: String) async throws(SecretError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw SecretError(
                detail: "the file \(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        switch DescriptorReading.all(of: descriptor, limit: limit) {
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw SecretError(detail: "the file \(path) is not UTF-8 text.")
            }
            return text
        case .tooLong:
            throw SecretError(
                detail: "the file \(path) is larger than \(limit) bytes, so it is hardly a secret.")
        case .failed(let code):
            throw SecretError(
                detail: "the file \(path) cannot be read: \(String(cString: strerror(code))).")
        }
    }
}

/// Reads a descriptor to its end.
enum DescriptorReading {
    enum Result: Sendable {
        case bytes([UInt8])
        case tooLong
        /// An `errno`.
        case failed(Int32)
    }

    static func all(of descriptor: Int32, limit: Int) -> Result {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                return .failed(errno)
            }
            if count == 0 { return .bytes(bytes) }
            bytes += buffer[..<count]
            if bytes.count > limit { return .tooLong }
        }
    }
}

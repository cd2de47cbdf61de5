import CLibCrypto

/// Why libcrypto's work could not be done.
package enum CryptographyError: Error, Hashable, Sendable {
    /// The caller asked for what is never given: a length that is negative, nothing, or absurd.
    case invalidLength(Int)
    /// Scrypt's parameters are not valid, or cost more than `ScryptParameters.mostWork` allows.
    case invalidParameters(ScryptParameters)
    /// libcrypto refused; the reason is its own, for a person to read.
    case libraryFailed(operation: String, reason: String)
}

extension CryptographyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidLength(let length):
            "a length of \(length) bytes cannot be given"
        case .invalidParameters(let parameters):
            "scrypt parameters n=\(parameters.n), r=\(parameters.r), p=\(parameters.p) are refused"
        case .libraryFailed(let operation, let reason):
            "\(operation) failed in libcrypto: \(reason)"
        }
    }
}

extension CryptographyError {
    /// Takes the reason from libcrypto's queue of errors and empties the queue.
    ///
    /// The queue belongs to the thread and is shared with libcurl's TLS, which would take an error
    /// left behind for one of its own.
    static func fromLibrary(_ operation: String) -> CryptographyError {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else {
            return .libraryFailed(operation: operation, reason: "no reason given")
        }
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(code, &text, text.count)
        let reason = String(
            decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return .libraryFailed(operation: operation, reason: reason)
    }
}

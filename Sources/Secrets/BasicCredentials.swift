import Cryptography
import Vocabulary

/// The value of an `Authorization` header for HTTP's Basic scheme (RFC 7617).
enum BasicCredentials {
    static func header(username: String, password: Secret) -> Secret {
        Secret("Basic " + base64(Array("\(username):\(password.reveal())".utf8)))
    }
}

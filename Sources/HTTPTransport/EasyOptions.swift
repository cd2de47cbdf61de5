import CLibCurl
import CurlShim

/// Sets the options of one handle and remembers the first that libcurl refused.
struct EasyOptions: ~Copyable {
    private let easy: UnsafeMutableRawPointer
    private(set) var refusal: HTTPTransportError?

    init(_ easy: UnsafeMutableRawPointer) { self.easy = easy }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(option, curlshim_set_long(easy, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    /// In milliseconds, up to what libcurl can hold.
    mutating func set(_ option: CURLoption, _ value: Duration) {
        let longest = Duration.milliseconds(Int32.max)
        set(option, Int(min(value, longest).wholeMilliseconds))
    }

    /// A nil unsets the option. libcurl keeps a copy of the text.
    mutating func set(_ option: CURLoption, _ value: String?) {
        note(option, curlshim_set_string(easy, option, value))
    }

    mutating func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer?) {
        note(option, curlshim_set_pointer(easy, option, pointer))
    }

    mutating func set(_ option: CURLoption, list: UnsafeMutablePointer<curl_slist>?) {
        note(option, curlshim_set_list(easy, option, list))
    }

    mutating func set(_ option: CURLoption, callback: curl_write_callback) {
        note(option, curlshim_set_data_callback(easy, option, callback))
    }

    mutating func set(prereq callback: curl_prereq_callback) {
        note(CURLOPT_PREREQFUNCTION, curlshim_set_prereq_callback(easy, callback))
    }

    mutating func set(socket callback: curl_sockopt_callback) {
        note(CURLOPT_SOCKOPTFUNCTION, curlshim_set_socket_callback(easy, callback))
    }

    /// libcurl copies the bytes; their number must be known to it before.
    mutating func set(body: [UInt8]) {
        note(
            CURLOPT_POSTFIELDSIZE_LARGE,
            curlshim_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        if body.isEmpty {
            set(CURLOPT_COPYPOSTFIELDS, "")
        } else {
            body.withUnsafeBytes { bytes in
                let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
                set(CURLOPT_COPYPOSTFIELDS, pointer: start)
            }
        }
    }

    /// Notes a refusal that is not libcurl's own.
    mutating func refuse(_ reason: String) {
        if refusal == nil { refusal = .invalidRequest(reason) }
    }

    /// The text names the option and libcurl's reason; the value may be a secret.
    private mutating func note(_ option: CURLoption, _ code: CURLcode) {
        guard code != CURLE_OK else { return }
        let name = curl_easy_option_by_id(option).map { String(cString: $0.pointee.name) }
        let reason = String(cString: curl_easy_strerror(code))
        refuse("libcurl refused \(name ?? "an option"): \(reason)")
    }
}

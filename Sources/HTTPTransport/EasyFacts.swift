import CLibCurl
import CurlShim

/// Reads what a handle knows after its transfer, and remembers the first thing it would not tell.
struct EasyFacts: ~Copyable {
    private let easy: UnsafeMutableRawPointer
    private(set) var refusal: String?

    init(_ easy: UnsafeMutableRawPointer) { self.easy = easy }

    mutating func number(_ info: CURLINFO) -> Int {
        var value = 0
        note(curlshim_get_long(easy, info, &value))
        return value
    }

    mutating func duration(_ info: CURLINFO) -> Duration {
        var value: curl_off_t = 0
        note(curlshim_get_offset(easy, info, &value))
        return .microseconds(Int64(value))
    }

    mutating func text(_ info: CURLINFO) -> String {
        var value: UnsafePointer<CChar>?
        note(curlshim_get_string(easy, info, &value))
        return value.map { String(cString: $0) } ?? ""
    }

    /// The lines libcurl gives for each certificate of the peer's chain.
    mutating func certificates() -> [[String]] {
        var info: UnsafePointer<curl_certinfo>?
        note(curlshim_get_certificates(easy, &info))
        guard let info = info?.pointee, let chain = info.certinfo else { return [] }
        return (0..<Int(info.num_of_certs)).map { index in
            var lines: [String] = []
            var next = chain[index]
            while let line = next {
                if let data = line.pointee.data { lines.append(String(cString: data)) }
                next = line.pointee.next
            }
            return lines
        }
    }

    private mutating func note(_ code: CURLcode) {
        if code != CURLE_OK, refusal == nil { refusal = String(cString: curl_easy_strerror(code)) }
    }
}

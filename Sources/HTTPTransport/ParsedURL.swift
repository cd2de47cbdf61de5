import CLibCurl
import CurlShim

/// A URL as libcurl itself reads it.
///
/// Every rule about a URL is judged on this reading and on no other, so that no spelling can be
/// harmless to the rule and something else to the connection.
struct ParsedURL: ~Copyable {
    private let handle: OpaquePointer

    /// Nil when libcurl cannot read the text. A NUL would end it early in C, so it is refused.
    init?(_ text: String, flags: UInt32 = 0) {
        guard CurlLibrary.problem == nil, !text.utf8.contains(0), let handle = curl_url()
        else { return nil }
        guard curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK else {
            curl_url_cleanup(handle)
            return nil
        }
        self.handle = handle
    }

    deinit { curl_url_cleanup(handle) }

    /// Nil when the URL has no such part.
    func part(_ part: CURLUPart, flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curlshim_url_get(handle, part, &text, flags) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

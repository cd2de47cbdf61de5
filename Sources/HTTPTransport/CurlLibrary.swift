import CLibCurl
import CurlShim

/// libcurl, which is loaded when it is first needed: it brings thirty libraries along, and most
/// commands send nothing.
enum CurlLibrary {
    /// Why there is none; nil once it is loaded. Everything that calls libcurl asks here first.
    static let problem: String? = curlshim_load().map { String(cString: $0) }

    /// Whether its own set-up, done once a process, went well.
    static let isReady = problem == nil && curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

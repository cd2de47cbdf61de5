import CLibCurl
import CurlShim
import Glibc

extension Transfer {
    /// Turns libcurl's code into what the caller does next.
    ///
    /// What counts is whether the request could have left, not where libcurl noticed the failure.
    func failure(_ code: CURLcode, easy: UnsafeMutableRawPointer) -> HTTPTransportError {
        if let stop { return stop }
        if attempts == 0 { return failureBeforeSending(code, easy: easy) }
        return .interrupted(detail: "\(origin): \(words(for: code))")
    }

    /// The failure of a transfer whose time is over.
    var overdue: HTTPTransportError {
        attempts > 0
            ? .timedOut(after: request.timeout)
            : .unreachable(detail: "\(origin): no connection within \(request.timeout)")
    }

    private func failureBeforeSending(
        _ code: CURLcode, easy: UnsafeMutableRawPointer
    ) -> HTTPTransportError {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
            .invalidRequest("The URL is not one that can be used.")
        case CURLE_COULDNT_RESOLVE_HOST:
            .unresolved(host: origin.host, detail: words(for: code))
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            .untrusted(detail: "\(origin): \(tlsWords(for: code))")
        default:
            .unreachable(detail: "\(origin): \(connectionWords(for: code, easy: easy))")
        }
    }

    private func words(for code: CURLcode) -> String { String(cString: curl_easy_strerror(code)) }

    /// libcurl's own text is used for TLS only: there it speaks of certificates and hosts, whereas
    /// elsewhere it can repeat a proxy's URL with its password.
    private func tlsWords(for code: CURLcode) -> String {
        let text = String(cString: errorText)
        return text.isEmpty ? words(for: code) : text
    }

    private func connectionWords(for code: CURLcode, easy: UnsafeMutableRawPointer) -> String {
        if code == CURLE_OPERATION_TIMEDOUT {
            return "no connection within \(request.connectTimeout)"
        }
        var proxyStatus = 0
        if curlshim_get_long(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus) == CURLE_OK,
            proxyStatus >= 300
        {
            return "the proxy answered \(proxyStatus)"
        }
        var systemError = 0
        if curlshim_get_long(easy, CURLINFO_OS_ERRNO, &systemError) == CURLE_OK,
            systemError != 0
        {
            return String(cString: strerror(Int32(truncatingIfNeeded: systemError)))
        }
        return words(for: code)
    }
}

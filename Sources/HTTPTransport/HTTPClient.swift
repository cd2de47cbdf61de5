import CLibCurl

/// Sends requests over a pool of kept connections.
///
/// Nothing is started before the first request. Redirects are not followed, failures are not
/// retried, and nothing is waited for beyond the request's own limits: what a status means, and
/// whether to ask again, is the caller's affair.
///
/// One thing is repeated here: a `GET`, `HEAD` or `OPTIONS` whose kept connection the server had
/// just closed. Any other request is sent again only if not a byte of it had left.
package final class HTTPClient: Sendable {
    private let configuration: HTTPTransportConfiguration
    private let driver: TransferDriver

    package init(_ configuration: HTTPTransportConfiguration) throws(HTTPTransportError) {
        if let problem = CurlLibrary.problem {
            throw .invalidRequest("libcurl cannot be loaded: \(problem).")
        }
        try configuration.check()
        self.configuration = configuration
        self.driver = TransferDriver(configuration)
    }

    deinit { shutdown() }

    /// Sends one request and waits for the whole answer.
    ///
    /// Cancelling the task ends the exchange at once with `.cancelled`.
    package func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let origin = try request.check()
        let transfer = Transfer(request, origin: origin, configuration: configuration)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.continuation = continuation
                driver.submit(transfer)
            }
        } onCancel: {
            driver.cancel(transfer)
        }
        return try outcome.get()
    }

    /// Ends every exchange with `.cancelled`, closes the connections and waits for the thread.
    ///
    /// Calling it again does nothing. A request sent afterwards is `.cancelled`.
    package func shutdown() { driver.shutdown() }

    /// Loads libcurl and has it set itself up, while the caller does other things.
    ///
    /// Not needed, but sooner done: a request waits for it in any case.
    package static func warmUp() {
        Task.detached { _ = CurlLibrary.isReady }
    }

    /// The names and versions of libcurl and of what it speaks TLS with.
    ///
    /// Not by `curl_version()`, which starts libldap, and that looks for plug-ins on the disk.
    package static var libraryVersion: String {
        if let problem = CurlLibrary.problem { return "no libcurl: \(problem)" }
        guard let facts = curl_version_info(CURLVERSION_FIRST)?.pointee else { return "libcurl" }
        let words =
            [facts.version.map { "libcurl/\(String(cString: $0))" }]
            + [facts.ssl_version.map { String(cString: $0) }]
        return words.compactMap(\.self).joined(separator: " ")
    }
}

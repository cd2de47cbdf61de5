import CLibCurl
import CurlShim

/// One exchange, from the request to the answer.
///
/// After its submission it belongs to the driver's thread, with two exceptions: `isCancelled` is
/// guarded by the driver's lock, and what is constant may be read anywhere.
final class Transfer: @unchecked Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPTransportError>

    let request: HTTPRequest
    let origin: URLOrigin
    let configuration: HTTPTransportConfiguration

    /// When the exchange is over, answered or not.
    ///
    /// The loop keeps to this rather than libcurl, whose own limit does not count while a transfer
    /// waits for one of the host's connections to become free.
    let deadline: ContinuousClock.Instant

    /// Set before the submission; taken by the one who resumes it.
    var continuation: CheckedContinuation<Outcome, Never>?

    var isCancelled = false

    // What the driver's thread knows while the exchange is under way.
    var hasSocket = false
    var easy: UnsafeMutableRawPointer?
    var head = ResponseHead()
    var body: [UInt8] = []

    /// How often libcurl was ready to send the request; 0 means nothing can have arrived.
    var attempts = 0

    /// Set when the transfer itself stopped libcurl.
    var stop: HTTPTransportError?

    /// Owned header lines and the buffer for libcurl's own words; both outlive the handle's use.
    var headerLines: UnsafeMutablePointer<curl_slist>?
    let errorText: UnsafeMutablePointer<CChar>

    init(_ request: HTTPRequest, origin: URLOrigin, configuration: HTTPTransportConfiguration) {
        self.request = request
        self.origin = origin
        self.configuration = configuration
        deadline = ContinuousClock.now + min(request.timeout, Self.longestTimeout)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_slist_free_all(headerLines)
        errorText.deallocate()
    }

    /// As good as for ever, and far from overflowing a clock.
    private static let longestTimeout = Duration.seconds(365 * 86_400)

    /// Whether libcurl has no connection for it yet, nor one in the making.
    var isWaiting: Bool { attempts == 0 && !hasSocket }

    /// Gives the outcome to whoever waits, once.
    func resume(with outcome: Outcome) {
        let waiting = continuation
        continuation = nil
        waiting?.resume(returning: outcome)
    }

    /// The pointer under which libcurl hands the transfer back. The loop keeps it alive.
    var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The transfer behind such a pointer.
    static func of(context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The transfer that a handle was configured for.
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        var context: UnsafeMutableRawPointer?
        guard curlshim_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK else { return nil }
        return of(context: context)
    }
}

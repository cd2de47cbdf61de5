import HTTPTransport
import JSON
package import Ports
import Vocabulary

extension OktaClient: SystemLogReader {
    static let logPath = "/api/v1/logs"
    static let logScope = "okta.logs.read"
    /// A thousand entries are two or three megabytes, and seldom more.
    private static let largestPage = 128 << 20

    package func logPage(of query: SystemLogQuery) async throws(OrgError) -> SystemLogPage {
        try await logPage(url + Self.logPath + "?" + query.parameters)
    }

    package func logPage(at link: SystemLogLink) async throws(OrgError) -> SystemLogPage {
        try await logPage(try pageAddress(link.address, of: "log", after: nil))
    }

    private func logPage(_ address: String) async throws(OrgError) -> SystemLogPage {
        try await spareTheLog()
        var request = OrgRequest(
            method: "GET", url: address, path: Self.logPath, timeout: options.timeout,
            scopes: [Self.logScope], bucket: .logs)
        request.maxBodyBytes = Self.largestPage
        let (page, link) = try await perform(request) { (response) throws(MalformedAnswer) in
            (try response.logEntries(), nextLink(in: response.headers("Link")))
        }
        var next: SystemLogLink?
        if let link {
            next = SystemLogLink(address: try pageAddress(link, of: "log", after: address))
        }
        return SystemLogPage(
            body: page.body, count: page.count, lastPublished: page.lastPublished, next: next)
    }

    /// Waits for the reset of the log's rate limit when no more of it is left than others should
    /// have: whoever collects the log does it by the same limit.
    private func spareTheLog() async throws(OrgError) {
        guard let end = logSparedUntil else { return }
        let wait = Duration.seconds(end - now)
        guard wait > .zero, wait <= options.maxRateLimitWait else { return }
        try await waitForReset(wait, of: .logs) { .sparingRateLimit(seconds: $0) }
    }
}

extension SystemLogQuery {
    /// As the API's parameters.
    fileprivate var parameters: String {
        var parameters: [(name: String, value: String)] = []
        if let since { parameters.append(("since", since.text)) }
        if let until { parameters.append(("until", until.text)) }
        if let filter { parameters.append(("filter", filter)) }
        parameters.append(("limit", "\(limit)"))
        parameters.append(("sortOrder", order.rawValue))
        return parameters.map { "\($0.name)=\(percentEncoded($0.value))" }.joined(separator: "&")
    }
}

extension HTTPResponse {
    /// The body as entries of the log, which are objects, whatever is in them.
    fileprivate func logEntries() throws(MalformedAnswer) -> (
        body: [UInt8], count: Int, lastPublished: Timestamp?
    ) {
        let items = try items()
        guard items.allSatisfy({ $0.object != nil }) else {
            throw MalformedAnswer(detail: "The answer is no list of log entries.")
        }
        return (body, items.count, items.last?["published"]?.string.flatMap { Timestamp($0) })
    }
}

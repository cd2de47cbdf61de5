import HTTPTransport
import JSON
import Ports

extension OktaClient {
    /// Sends a request until its outcome is known, and reads the answer.
    ///
    /// 1. Wait with everybody else while the rate limit is used up.
    /// 2. Send. An answer that says "done" is read, a refusal is final, but for one of who
    ///    we are (401) or of a scope (403) that other credentials may mend: Okta has not looked at
    ///    such a request, so it is sent once more.
    /// 3. After a refusal by the rate limit, wait and begin again, as long as patience lasts.
    /// 4. After a failure, begin again if it was a read, a few times; a write ends here.
    func perform<Value: Sendable>(
        _ request: OrgRequest, read: (HTTPResponse) throws(MalformedAnswer) -> Value
    ) async throws(OrgError) -> Value {
        var request = request
        var retries = 0
        var refusals = 0
        var waited = Duration.zero
        var remedies: Set<SignatureRemedy> = []
        while true {
            guard await gate(of: request.bucket).pass() else {
                throw .cancelled(mayHaveHappened: false)
            }
            switch try await attempt(request, after: remedies, read: read) {
            case .done(let value):
                return value
            case .unsigned(let remedy, let refusal):
                guard remedies.insert(remedy).inserted, remedies.count <= SignatureRemedy.most
                else { throw refusal }
                if case .scopes(let named) = remedy { request.scopes.formUnion(named) }
            case .rateLimited(let answer, let reset):
                let wait = reset ?? Backoff.concurrency.wait(after: refusals, using: &generator)
                guard waited + wait <= options.maxRateLimitWait else {
                    throw .rateLimited(answer)
                }
                refusals += 1
                waited += wait
                try await waitForRateLimit(wait, of: request.bucket, isShared: reset != nil)
            case .failed(let failure, let mayPass):
                guard request.isRead else { throw .unavailable(failure) }
                var failure = failure
                failure.mayHaveHappened = false
                guard mayPass, retries < options.maxRetries else {
                    if retries > 0 { failure.detail += " It was tried \(retries + 1) times." }
                    throw .unavailable(failure)
                }
                let wait = Backoff.retry.wait(after: retries, using: &generator)
                retries += 1
                observer(.retrying(attempt: retries + 1, reason: failure.detail, after: wait))
                try await sleep(wait)
            }
        }
    }

    /// How sending a request once went.
    private enum Attempt<Value: Sendable> {
        case done(Value)
        /// Refused for who we are, which has changed since.
        case unsigned(SignatureRemedy, OrgError)
        case rateLimited(OktaAnswer, reset: Duration?)
        case failed(OrgError.Failure, mayPass: Bool)
    }

    private func attempt<Value: Sendable>(
        _ request: OrgRequest, after tried: Set<SignatureRemedy>,
        read: (HTTPResponse) throws(MalformedAnswer) -> Value
    ) async throws(OrgError) -> Attempt<Value> {
        let response: HTTPResponse
        let signed = try await signer.sign(request.method, request.url, scopes: request.scopes)
        let message = try message(for: request, signed)
        do {
            response = try await exchange(message, for: request)
        } catch .cancelled {
            throw .cancelled(mayHaveHappened: !request.isRead)
        } catch {
            let failure = OrgError.Failure(
                detail: error.inWords, mayHaveHappened: error.requestMayHaveArrived)
            return .failed(failure, mayPass: error.mayPass)
        }
        switch Verdict(response) {
        case .success:
            do throws(MalformedAnswer) {
                return .done(try read(response))
            } catch {
                let failure = OrgError.Failure(
                    detail: error.detail, mayHaveHappened: true)
                return .failed(failure, mayPass: true)
            }
        case .rateLimited(let answer, let wait): return .rateLimited(answer, reset: wait)
        case .failed(let failure): return .failed(failure, mayPass: true)
        case .refused(let error):
            let remedy = await signer.remedy(for: response, to: signed, after: tried)
            guard let remedy else { throw error }
            return .unsigned(remedy, error)
        }
    }

    /// The HTTP request.
    private func message(
        for request: OrgRequest, _ signed: SignedHeaders
    ) throws(OrgError) -> HTTPRequest {
        var headers = signed.headers
        headers.append((name: "Accept", value: "application/json"))
        headers.append((name: "User-Agent", value: "tenterhook/\(options.version)"))
        let body = request.body?.bytes()
        if body != nil { headers.append((name: "Content-Type", value: "application/json")) }
        var message = HTTPRequest(request.method, request.url, headers: headers, body: body)
        message.timeout = request.timeout
        if let most = request.maxBodyBytes { message.maxBodyBytes = most }
        // The last moment at which it is certain that nothing happened.
        guard !Task.isCancelled else { throw .cancelled(mayHaveHappened: false) }
        return message
    }

    private func exchange(
        _ message: HTTPRequest, for request: OrgRequest
    ) async throws(HTTPTransportError) -> HTTPResponse {
        countRequest()
        do {
            let response = try await send(message)
            if let limit = RateLimit(response) { note(limit, of: request.bucket) }
            observer(
                .requested(
                    method: message.method, path: request.path, status: response.status,
                    milliseconds: Int(response.timings.total / .milliseconds(1)),
                    requestID: response.header("X-Okta-Request-Id")))
            return response
        } catch {
            observer(
                .requested(
                    method: message.method, path: request.path, status: nil, milliseconds: nil,
                    requestID: nil))
            throw error
        }
    }

    /// - Parameter isShared: whether the wait is for the reset of the limit, which all requests
    ///   of the bucket have in common.
    private func waitForRateLimit(
        _ wait: Duration, of bucket: RateLimitBucket, isShared: Bool
    ) async throws(OrgError) {
        if isShared {
            return try await waitForReset(wait, of: bucket) { .waitingForRateLimit(seconds: $0) }
        }
        observer(.waitingForRateLimit(seconds: wait.wholeSeconds))
        try await self.sleep(wait)
    }

    /// Waits with everybody else who needs the bucket; one of them says so.
    func waitForReset(
        _ wait: Duration, of bucket: RateLimitBucket, saying notice: (Int) -> OrgNotice
    ) async throws(OrgError) {
        let (observer, sleep, notice) = (observer, surroundings.sleep, notice(wait.wholeSeconds))
        do {
            try await gate(of: bucket).hold(
                announcing: { observer(notice) }, while: { try await sleep(wait) })
        } catch {
            throw .cancelled(mayHaveHappened: false)
        }
    }

    private func sleep(_ wait: Duration) async throws(OrgError) {
        do {
            try await surroundings.sleep(wait)
        } catch {
            throw .cancelled(mayHaveHappened: false)
        }
    }
}

extension Duration {
    fileprivate var wholeSeconds: Int { Int((self / .seconds(1)).rounded(.up)) }
}

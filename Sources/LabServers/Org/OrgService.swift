/// Everything the org serves: the API, the lab's own paths, the page for people.
struct OrgService: Sendable {
    let world: OrgWorld
    let configuration: LabOrg.Configuration
    let traffic: Traffic
    let tokens = TokenService()
    private let table = RouteTable(
        routes: OrgCollections.all.flatMap { $0.routes } + SystemLog.routes)

    init(world: OrgWorld, configuration: LabOrg.Configuration) {
        self.world = world
        self.configuration = configuration
        let logsLimit = configuration.logsRateLimit ?? min(120, configuration.rateLimit)
        traffic = Traffic(
            limiter: RateLimiter(
                limit: configuration.rateLimit, seconds: configuration.rateWindowSeconds,
                limits: [SystemLog.path: logsLimit]))
    }

    func answer(_ request: LabRequest) async -> LabAnswer {
        if request.path == "/", request.method == "GET" { return await page() }
        if request.path.hasPrefix("/lab/") { return await administer(request) }
        return await serve(request)
    }

    /// Serves an API request, in the order a real org would:
    ///
    /// 1. the record of requests, and the fault that is due;
    /// 2. the latency;
    /// 3. a fault that keeps the request from taking effect;
    /// 4. the rate limit, the token, the form of the request, the operation;
    /// 5. a fault that spoils the answer.
    private func serve(_ request: LabRequest) async -> LabAnswer {
        let match = table.match(request.method, request.path)
        let ticket = await traffic.begin(request, template: match.template(orPath: request.path))
        let answer: LabAnswer
        do {
            answer = try await strike(request, match, fault: ticket.fault)
        } catch {
            answer = .noAnswer(.silent)
        }
        let isSent = answer.ending == .whole || answer.ending == .truncated
        await traffic.finish(ticket, status: isSent ? answer.status : nil)
        return answer
    }

    private func strike(
        _ request: LabRequest, _ match: RouteTable.Match, fault: Fault?
    ) async throws(CancellationError) -> LabAnswer {
        try await pause(configuration.latency)
        let requestID = Identifiers.request()
        let standing = await traffic.spend(
            request.path == TokenService.path ? TokenService.path : match.bucket,
            at: Timestamp.system())
        let stamps = [HeaderField("X-Okta-Request-Id", requestID)] + standing.headers
        if let fault = fault?.insteadOfChange {
            return try await spoil(.noContent, by: fault, stamps: stamps)
        }
        if case .delay(let duration)? = fault { try await pause(duration) }
        var answer: LabAnswer
        do throws(OktaError) {
            if standing.isExceeded { throw OktaError.overRateLimit }
            if request.path == TokenService.path {
                answer = try await giveToken(request)
            } else {
                answer = try await admitAndOperate(request, match, requestID: requestID)
            }
        } catch {
            answer = error.answer
        }
        answer.headers += stamps
        guard let fault else { return answer }
        return try await spoil(answer, by: fault, stamps: stamps)
    }

    func operate(
        _ request: LabRequest, _ match: RouteTable.Match, by principal: Principal,
        requestID: String
    ) async throws(OktaError) -> LabAnswer {
        switch match {
        case .unknownPath: throw .unknownPath
        case .wrongMethod: throw .wrongMethod
        case .route(let route, let parameters):
            return try await route.handle(
                OrgCall(
                    request: request, parameters: parameters, principal: principal,
                    requestID: requestID, world: world, configuration: configuration))
        }
    }

    /// A POST or PUT says how long it is, if only 0; a body says that it is JSON.
    func checkForm(_ request: LabRequest) throws(OktaError) {
        guard request.method == "POST" || request.method == "PUT" else { return }
        if request.header("Content-Length") == nil, request.header("Transfer-Encoding") == nil {
            throw .lengthRequired
        }
        let type = request.header("Content-Type")?.lowercased() ?? ""
        if !request.body.isEmpty, !type.hasPrefix("application/json") { throw .wrongMediaType }
    }
}

extension OrgService {
    /// Turns an answer into what the fault makes of it.
    private func spoil(
        _ answer: LabAnswer, by fault: Fault, stamps: [HeaderField]
    ) async throws(CancellationError) -> LabAnswer {
        switch fault {
        case .answer(var other, _):
            let named = Set(other.headers.map { $0.name.lowercased() })
            other.headers += stamps.filter { !named.contains($0.name.lowercased()) }
            return other
        case .cut(let ending, _):
            return .noAnswer(ending)
        case .hang(let duration, _):
            try await pause(duration)
            return .noAnswer(.silent)
        case .truncated:
            var cut = answer
            cut.ending = .truncated
            return cut
        case .wrongBody(let body, let status):
            var other = answer
            other.body = body
            other.status = status ?? answer.status
            return other
        case .delay:
            return answer
        }
    }

    /// Waits; the server's stopping ends it at once.
    private func pause(_ duration: Duration) async throws(CancellationError) {
        guard duration > .zero else { return }
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw CancellationError()
        }
    }
}

/// What the endpoint does with each request.
actor EndpointService {
    private(set) var mode: EndpointMode
    private(set) var auth: EndpointAuth?
    private(set) var received: [ReceivedRequest] = []
    /// What inline hooks are answered.
    private var inlineAnswer: LabJSON = ["commands": []]
    /// The access tokens that were given out, and let in like the right auth header.
    private var tokens: Set<String> = []
    /// The calls whose first attempt the mode `flaky` has already failed.
    private var failedOnce: Set<String> = []
    private let slowness: Duration
    private let onRequest: (@Sendable (String) -> Void)?

    init(_ configuration: LabEndpoint.Configuration) {
        mode = configuration.mode
        auth = configuration.auth
        slowness = configuration.slowness
        onRequest = configuration.onRequest
    }

    func answer(_ request: LabRequest) async -> LabAnswer {
        if request.path == "/lab" || request.path.hasPrefix("/lab/") {
            return administer(request)
        }
        let (answer, verdict) = judge(request)
        let entry = ReceivedRequest(
            number: received.count + 1, request: request, time: Timestamp.system(),
            status: answer.status, verdict: verdict)
        received.append(entry)
        onRequest?(entry.line)
        guard mode == .slow else { return answer }
        do {
            try await Task.sleep(for: slowness)
            return answer
        } catch {
            return .noAnswer(.silent)
        }
    }

    private func judge(_ request: LabRequest) -> (LabAnswer, String) {
        let token = EndpointTokenRequest(request)
        if let auth, token == nil, !auth.admits(request), !hasToken(request) {
            return (
                .plain("The \(auth.header) header is missing or wrong.", status: 401),
                "unauthorised"
            )
        }
        switch mode {
        case .status(let status):
            return (LabAnswer(status: status), "answered \(status), as told")
        case .redirect where request.path != "/moved":
            let location = HeaderField("Location", "\(request.baseURL)/moved")
            return (LabAnswer(status: 302, headers: [location]), "redirected")
        case .flaky where failsFirst(request):
            return (.plain("Not this time.", status: 503), "failed the first attempt")
        default:
            return token.map(answer) ?? answerWell(request)
        }
    }

    /// Gives a client its access token.
    private func answer(_ request: EndpointTokenRequest) -> (LabAnswer, String) {
        guard request.hasClient else {
            return (.json(["error": "invalid_client"], status: 401), "token refused")
        }
        let token = Identifiers.request()
        tokens.insert(token)
        let answer: LabJSON = [
            "token_type": "Bearer", "expires_in": 3600, "access_token": .string(token),
        ]
        return (.json(answer), "token given")
    }

    private func hasToken(_ request: LabRequest) -> Bool {
        let words = (request.header("Authorization") ?? "").split(separator: " ")
        return words.count == 2 && words[0] == "Bearer" && tokens.contains(String(words[1]))
    }

    /// Every other call of the same kind fails.
    private func failsFirst(_ request: LabRequest) -> Bool {
        let call = "\(request.method) \(request.path)"
        if failedOnce.remove(call) != nil { return false }
        failedOnce.insert(call)
        return true
    }

    private func answerWell(_ request: LabRequest) -> (LabAnswer, String) {
        switch request.method {
        case "POST" where Self.isForInlineHook(request):
            switch mode {
            case .wrongBody:
                return (.json(["commands"]), "inline hook answered wrongly")
            case .plainText:
                return (.plain("commands", status: 200), "inline hook answered as plain text")
            default:
                return (.json(inlineAnswer), "inline hook answered")
            }
        case "POST":
            return (.noContent, "delivery accepted")
        case "GET":
            guard let challenge = request.header("X-Okta-Verification-Challenge") else {
                return (.plain("There is no challenge here.", status: 400), "no challenge")
            }
            switch mode {
            case .wrongBody:
                return (.json(["verification": "not-\(challenge)"]), "challenge answered wrongly")
            case .plainText:
                return (.plain(challenge, status: 200), "challenge answered as plain text")
            default:
                return (.json(["verification": .string(challenge)]), "challenge answered")
            }
        default:
            return (.plain("Only GET and POST are taken here.", status: 405), "wrong method")
        }
    }
}

extension EndpointService {
    /// Whether the body is the payload of an inline hook.
    private static func isForInlineHook(_ request: LabRequest) -> Bool {
        do {
            let type = try LabJSON.parse(request.body)["eventType"]?.text ?? ""
            return InlineHookType(rawValue: type) != nil
        } catch {
            return false
        }
    }

    private func administer(_ request: LabRequest) -> LabAnswer {
        let text = String(decoding: request.body, as: UTF8.self)
        let word = String(text.reversed().drop(while: \.isWhitespace).reversed())
        switch (request.method, request.path) {
        case ("GET", "/lab"): return .html(page)
        case ("GET", "/lab/received"): return .prettyJSON(.array(received.map(\.representation)))
        case ("DELETE", "/lab/received"):
            received = []
            failedOnce = []
            return .noContent
        case ("PUT", "/lab/mode"):
            guard let mode = EndpointMode(word) else {
                return .refused("no mode is called \(word)")
            }
            self.mode = mode
            failedOnce = []
            return .prettyJSON(["mode": .string(mode.name)])
        case ("PUT", "/lab/answer"):
            do {
                inlineAnswer = word.isEmpty ? ["commands": []] : try LabJSON.parse(request.body)
            } catch {
                return .refused("not JSON: \(error.reason) at byte \(error.offset)")
            }
            return .prettyJSON(inlineAnswer)
        case ("PUT", "/lab/auth"):
            guard word.isEmpty || EndpointAuth(word) != nil else {
                return .refused("auth is not of the form Header: value")
            }
            auth = EndpointAuth(word)
            return .prettyJSON(["header": LabJSON(auth?.header)])
        default: return .plain("The lab has no \(request.method) \(request.path).", status: 404)
        }
    }
}

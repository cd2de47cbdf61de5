import Catalog
package import Kinds
package import Ports
package import Vocabulary

/// Sends a delivery to the endpoint, once, and judges the answer as Okta would. Neither the org nor
/// the state is touched.
package struct DeliverOperation: Sendable {
    private let endpoint: any EndpointDelivery
    private let knowledge: SecretKnowledge
    /// What is wrong with a secret that is to be a URL.
    private let checkURL: @Sendable (String, Policy) -> Diagnostic?

    /// How long Okta waits for an answer.
    package static let patience = Duration.seconds(Limits.endpointSeconds.value)

    package init(
        endpoint: any EndpointDelivery, knowledge: SecretKnowledge,
        checkURL: @escaping @Sendable (String, Policy) -> Diagnostic?
    ) {
        self.endpoint = endpoint
        self.knowledge = knowledge
        self.checkURL = checkURL
    }

    package enum Outcome: Sendable {
        case sent(DeliveryResult)
        /// Nothing was sent.
        case not([Diagnostic])
    }

    /// - Parameters:
    ///   - patience: how long to wait; longer than Okta does, it shows how late an answer is.
    ///   - announcing: called once nothing is in the way, right before it is sent.
    package func run(
        _ delivery: HookDelivery, of declaration: ResourceDeclaration, policy: Policy,
        patience: Duration, announcing: () -> Void = {}
    ) async -> Outcome {
        var problems: [Diagnostic] = []
        func resolved(_ part: HookDelivery.Part) async -> Secret {
            switch part {
            case .clear(let text): return Secret(text)
            case .secret(let reference):
                switch await knowledge.resolve(reference) {
                case .success(let secret): return secret
                case .failure(let error):
                    problems.append(
                        Diagnostic(
                            .error, .secretUnavailable,
                            detail: error.detail, at: declaration.location))
                    return Secret("")
                }
            }
        }
        let url = await resolved(delivery.url)
        var headers: [EndpointChallenge.Header] = []
        for header in delivery.headers {
            headers.append(
                EndpointChallenge.Header(name: header.name, value: await resolved(header.value)))
        }
        if problems.isEmpty, case .secret = delivery.url,
            var problem = checkURL(url.reveal(), policy)
        {
            problem.location = declaration.location
            problems.append(problem)
        }
        guard problems.isEmpty else { return .not(problems) }
        let post = EndpointPost(url: url, headers: headers, body: delivery.bytes)
        announcing()
        let answer = await endpoint.send(post, patience: patience)
        let erasure = SecretErasure(await sent(delivery))
        return .sent(DeliveryResult(answer, erasure))
    }

    /// The secrets that were sent, and those that they are made of.
    private func sent(_ delivery: HookDelivery) async -> [Secret] {
        var references = delivery.secrets
        for case .basicCredentials(_, let password) in delivery.secrets {
            references.append(password)
        }
        var secrets: [Secret] = []
        for reference in references {
            if case .success(let secret) = await knowledge.resolve(reference) {
                secrets.append(secret)
            }
        }
        return secrets
    }
}

/// What came of a delivery.
package struct DeliveryResult: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        /// In time, with a status of 200 to 299: Okta is done.
        case accepted
        /// Accepted, but after Okta has given up: it tries once more.
        case late
        /// A status from 500 on: Okta tries once more.
        case failed
        /// Another status: Okta does not try again.
        case refused
        /// No answer came: Okta tries once more.
        case silent(after: Duration)
        /// There was no answer that could be read; in words.
        case unanswered(String, mayHaveArrived: Bool)
    }

    package let verdict: Verdict
    package let status: Int?
    package let elapsed: Duration?
    /// What the endpoint said, without the secrets that it was sent.
    package let body: String

    package init(_ answer: PostAnswer, _ erasure: SecretErasure) {
        switch answer {
        case .answered(let answer):
            status = answer.status
            elapsed = answer.elapsed
            body = erasure.erased(String(decoding: answer.body, as: UTF8.self))
            let isLate = answer.elapsed >= DeliverOperation.patience
            switch answer.status {
            case 500...: verdict = .failed
            case _ where isLate: verdict = .late
            case 200..<300: verdict = .accepted
            default: verdict = .refused
            }
        case .silent(let limit):
            (status, elapsed, body) = (nil, nil, "")
            verdict = .silent(after: limit)
        case .unanswered(let detail, let mayHaveArrived):
            (status, elapsed, body) = (nil, nil, "")
            verdict = .unanswered(erasure.erased(detail), mayHaveArrived: mayHaveArrived)
        }
    }
}

import Ports
import Synchronization
import Vocabulary

/// Endpoints that answer as they are told to, and keep what they were asked.
final class FakeProbe: EndpointProbe {
    private let answer: @Sendable (EndpointChallenge, Int) -> ProbeAnswer
    private let log = Mutex<[EndpointChallenge]>([])

    /// - Parameter answer: given the challenge and its number, from 1.
    init(_ answer: @escaping @Sendable (EndpointChallenge, Int) -> ProbeAnswer) {
        self.answer = answer
    }

    /// One that takes a single secret, and answers others with a status.
    static func taking(_ secret: String?, else status: Int = 401) -> FakeProbe {
        FakeProbe { challenge, _ in
            challenge.headers.contains { $0.value.reveal() == secret }
                ? .passed : .failed(status: status, detail: "It answered with status \(status).")
        }
    }

    var challenges: [EndpointChallenge] { log.withLock { $0 } }

    func send(_ challenge: EndpointChallenge) -> ProbeAnswer {
        let number = log.withLock { log in
            log.append(challenge)
            return log.count
        }
        return answer(challenge, number)
    }
}

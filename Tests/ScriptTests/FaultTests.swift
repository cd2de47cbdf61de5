import Foundation
import Testing

/// Each request fails in each way: what the run says of it may differ, what comes of it may not.
@Suite struct FaultTests {
    enum Kind: String, CaseIterable, Sendable {
        case status500, status500After, status503, status503After, status429
        case resetBefore, resetAfter, hang, hangAfter, truncated, wrongBody

        /// The lab's words for it.
        var fault: String {
            switch self {
            case .status500: #"{"kind": "status", "status": 500}"#
            case .status500After: #"{"kind": "status", "status": 500, "after": true}"#
            case .status503: #"{"kind": "status", "status": 503}"#
            case .status503After:
                #"{"kind": "status", "status": 503, "after": true, "body": "busy"}"#
            case .status429:
                """
                {"kind": "status", "status": 429,
                 "headers": {"X-Rate-Limit-Reset": "\(Int(Date().timeIntervalSince1970) + 1)"}}
                """
            case .resetBefore: #"{"kind": "resetBefore"}"#
            case .resetAfter: #"{"kind": "resetAfter"}"#
            case .hang: #"{"kind": "hang", "seconds": 60}"#
            case .hangAfter: #"{"kind": "hang", "seconds": 60, "after": true}"#
            case .truncated: #"{"kind": "truncated"}"#
            case .wrongBody: #"{"kind": "wrongBody", "body": "<html>Bad Gateway</html>"}"#
            }
        }
    }

    struct Case: CustomStringConvertible, Sendable {
        let kind: Kind
        let request: Int

        var description: String { "\(kind) at request \(request)" }
    }

    @Test("every fault at every request", .timeLimit(.minutes(60)))
    func matrix() async throws {
        // One list, nine writes, one list to confirm; what is looked at again comes on top.
        let cases = Kind.allCases.flatMap { kind in (1...12).map { Case(kind: kind, request: $0) } }
        let failures = try await inLanes(sample(cases, of: 12)) { rehearsal, one in
            try rehearsal.addFault(one.kind.fault, at: one.request)
            let first = try rehearsal.run(["apply", "--yes", "--timeout", "1"])
            guard case .exit(let code) = first.end, [0, 1, 5, 6].contains(code) else {
                throw Trouble("the first apply: \(first.description)")
            }
            try rehearsal.org.ask("DELETE", "/lab/faults")
            do {
                if code == 0 { try rehearsal.requireGoal() }
                try rehearsal.requireConvergence()
            } catch {
                throw Trouble("\(error)\nthe first apply: \(first.description)")
            }
        }
        for failure in failures { Issue.record("\(failure)") }
    }
}

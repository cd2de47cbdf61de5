package import Catalog
package import JSON
package import Kinds
package import Ports
import Vocabulary

/// Has Okta call the real endpoint of one object with a payload, and judges what comes back. The
/// state is neither needed nor written.
package struct ExecuteOperation: Sendable {
    private let org: any HookExecutor
    private let orgURL: String
    private let surroundings: Surroundings

    package init(org: any HookExecutor, orgURL: String, surroundings: Surroundings) {
        self.org = org
        self.orgURL = orgURL
        self.surroundings = surroundings
    }

    package enum Outcome: Hashable, Sendable {
        /// The org does not have the object any more.
        case missing
        /// Okta calls the endpoints of active objects only.
        case inactive
        /// Its type is none that this program knows a payload for.
        case unknownType
        /// The endpoint's answer got through; it is judged against the type's contract.
        case answered(Execution)
        /// Okta says that the endpoint did not answer as it should.
        case failed(OktaAnswer)
    }

    /// What is known of an object before its endpoint is called.
    package enum Subject: Hashable, Sendable {
        case ready(LiveObject, type: String, contract: HookContract, sample: JSONValue)
        case not(Outcome)
    }

    /// Looks at the object, and makes the sample payload for it.
    package func prepare(_ kind: ResourceKind, id: String) async throws(OrgError) -> Subject {
        guard let object = try await org.read(kind, id: id) else { return .not(.missing) }
        guard let (type, contract) = kind.contract(of: object.attributes) else {
            return .not(.unknownType)
        }
        let sample = contract.payload(
            type: type, id: id, orgURL: orgURL, hookURL: "\(orgURL)\(kind.collection)/\(id)",
            eventID: surroundings.newID(), time: surroundings.now())
        return .ready(object, type: type, contract: contract, sample: sample)
    }

    package func run(
        _ object: LiveObject, _ contract: HookContract, payload: JSONValue
    ) async throws(OrgError) -> Outcome {
        guard object.isActive else { return .inactive }
        do {
            let answer = try await org.execute(object.kind, id: object.id, payload: payload)
            return .answered(Execution(answer, contract))
        } catch .refused(let answer) {
            return .failed(answer)
        } catch .notFound {
            return .missing
        }
    }
}

/// An endpoint's answer, read and judged.
package struct Execution: Hashable, Sendable {
    package let answer: EndpointAnswer
    /// The answer as JSON; nil when it is empty, or no JSON.
    package let content: JSONValue?
    package let problems: [AnswerProblem]

    package init(_ answer: EndpointAnswer, _ contract: HookContract) {
        self.answer = answer
        let isBlank = answer.body.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if isBlank {
            content = nil
            problems = []
            return
        }
        do throws(JSONParseError) {
            let content = try JSONValue(parsing: answer.body)
            self.content = content
            problems = contract.problems(in: content, size: answer.body.count)
        } catch {
            content = nil
            problems = [AnswerProblem("", "is no JSON: \(error)")]
        }
    }

    package var isGood: Bool { problems.isEmpty }
}

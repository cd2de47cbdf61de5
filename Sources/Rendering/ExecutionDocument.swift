import Catalog
import JSON
import Ports
import Reconciling
import Vocabulary

extension ExecutionView {
    /// The result for programs.
    var json: JSONValue {
        var document: JSONObject = ["address": .string(address.description), "type": .string(type)]
        switch result {
        case .answered(let execution):
            document["valid"] = .bool(execution.isGood)
            document["status"] = .number(JSONNumber(execution.answer.status))
            document["milliseconds"] = .number(JSONNumber(execution.milliseconds))
            document["bytes"] = .number(JSONNumber(execution.answer.body.count))
            document["answer"] = execution.content ?? .null
            document["problems"] = .array(
                execution.problems.map {
                    ["place": .string($0.place), "detail": .string($0.detail)]
                })
            document["failure"] = .null
        case .failed(let answer):
            document["valid"] = false
            document["status"] = .number(JSONNumber(answer.status))
            document["milliseconds"] = .null
            document["bytes"] = .null
            document["answer"] = .null
            document["problems"] = []
            document["failure"] = [
                "status": .number(JSONNumber(answer.status)),
                "code": answer.errorCode.map { .string($0) } ?? .null,
                "causes": .array(answer.causes.map { .string($0) }),
            ]
        }
        return .object(document)
    }
}

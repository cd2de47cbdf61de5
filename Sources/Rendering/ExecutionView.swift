import Catalog
import JSON
package import Ports
package import Reconciling
package import Vocabulary

/// The result of a called endpoint for a reader, as plain words and values.
package struct ExecutionView: Sendable {
    package enum Result: Sendable {
        case answered(Execution)
        /// Okta says that the endpoint did not respond as it should.
        case failed(OktaAnswer)
    }

    let address: Address
    /// The type of the hook.
    let type: String
    let result: Result

    package init(_ address: Address, type: String, _ result: Result) {
        self.address = address
        self.type = type
        self.result = result
    }

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    /// True if Okta would act on the response as it is meant.
    package var isGood: Bool {
        switch result {
        case .answered(let execution): execution.isGood
        case .failed: false
        }
    }

    var headline: String {
        switch result {
        case .answered(let execution): execution.isGood ? "answered" : "answered wrongly"
        case .failed: "not answered as it should be"
        }
    }
}

extension Execution {
    var milliseconds: Int { Int(answer.elapsed / .milliseconds(1)) }

    /// The status and the time in words.
    var speed: String {
        "with \(answer.status) in \(milliseconds) ms, Okta's own time included; the limit is 3 s"
    }

    /// The commands of the response: each type with its values as JSON.
    var commands: [(type: String, values: [String])] {
        (content?["commands"]?.array ?? []).map { command in
            let value = command["value"] ?? .null
            return (
                command["type"]?.string ?? "a command without a type",
                (value.array ?? [value]).map { $0.text() }
            )
        }
    }

    /// The summary of the response's error; nil if it has none.
    var errorSummary: String? {
        content?["error"].map { $0["errorSummary"]?.string ?? "no errorSummary" }
    }

    /// The problems with the response as sentences.
    var problemSentences: [String] {
        problems.map {
            $0.place.isEmpty ? "The answer \($0.detail)." : "\($0.place) \($0.detail)."
        }
    }

    var consequence: String {
        guard isGood else { return "Okta would not take this answer as it is meant." }
        if content?["error"] != nil { return "Okta would take this as an error." }
        let count = content?["commands"]?.array?.count ?? 0
        return count == 0
            ? "No commands: Okta would go on as it does by default."
            : "Okta would carry out \(quantity(count, "command"))."
    }
}

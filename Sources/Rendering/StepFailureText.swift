import Kinds
import Ports
package import Reconciling
package import Vocabulary

/// Why a step failed, in plain words.
package func describe(_ failure: StepFailure) -> Diagnostic {
    switch failure {
    case .org(let error): return describe(error)
    case .missingSecret(let path):
        return Diagnostic(
            .error, .secretNotAtHand,
            notes: [
                "Nothing was sent. Okta does not show `\(manifestName(path))`, and the manifest "
                    + "does not give it. Declare it in the manifest."
            ])
    case .missingReference(let path, let address):
        return Diagnostic(
            .error, .referenceUnavailable,
            notes: [
                "Nothing was sent. `\(manifestName(path))` needs the id of `\(address)`, which is "
                    + "not recorded. Run plan again to see what became of it."
            ])
    case .state(let error):
        var diagnostic = describe(error)
        diagnostic.notes.insert(
            "The step was not sent, or what came of it is not recorded. The next run looks.", at: 0)
        return diagnostic
    }
}

/// A failure on one line, still unsafe to print.
func inBrief(_ failure: StepFailure) -> String {
    switch failure {
    case .org(let error): inBrief(error)
    case .missingSecret(let path): "the secret \(manifestName(path)) is not at hand"
    case .missingReference(_, let address): "\(address) is not there to refer to"
    case .state(let error): describe(error).summary
    }
}

/// A path as the manifest calls it, whichever kind has it.
private func manifestName(_ path: AttributePath) -> String {
    AttributeRow.label(path, kind: KindRegistry.all.first { $0.attribute(path.attribute) != nil })
}

import Filters
import Vocabulary

extension Lowering {
    private static let wayOut =
        "Where Okta takes such a filter all the same, `check_filters: false` in the hook makes this a"
        + " warning."

    /// Notes what is to be said of a filter's expression, with the place within it.
    ///
    /// - Parameter isStrict: whether an error is told as one. Otherwise it is a warning: Okta has
    ///   taken filters that this check does not know.
    mutating func checkFilter(
        _ text: String, for eventType: String, of template: Template, isStrict: Bool
    ) {
        let found = FilterCheck.findings(on: text, for: eventType)
        guard !found.isEmpty, !findings.isFull else { return }
        let isSecret = findings.secrets.holds(template.location)
        let places =
            template.isConstant && !isSecret
            ? TextPlaces(of: text, at: template.location, in: manifest.sources) : nil
        for finding in found {
            let location = places?.location(of: finding.range) ?? template.location
            let detail =
                isSecret ? "It is not shown, for a secret may stand in it." : finding.detail
            let isError = isStrict && finding.severity == .error
            findings.add([
                Diagnostic(
                    isError ? .error : .warning, finding.rule, detail: detail,
                    advice: isError ? Self.wayOut : "", at: location)
            ])
        }
    }
}

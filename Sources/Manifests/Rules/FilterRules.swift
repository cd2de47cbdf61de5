import Expressions
import Vocabulary

extension Lowering {
    /// Notes what is to be said of a filter's expression, with the place within it.
    mutating func checkFilter(_ text: String, for eventType: String, of template: Template) {
        let found = FilterCheck.findings(on: text, for: eventType)
        guard !found.isEmpty, !findings.isFull else { return }
        let isSecret = findings.secrets.holds(template.location)
        let places =
            template.isConstant && !isSecret
            ? TextPlaces(of: text, at: template.location, in: manifest.sources) : nil
        for finding in found {
            let location = places?.location(of: finding.range) ?? template.location
            let code = "filter-" + finding.code
            let detail =
                isSecret ? "It is not shown, for a secret may stand in it." : finding.detail
            switch finding.severity {
            case .error: findings.error(code, finding.summary, detail, at: location)
            case .warning: findings.warning(code, finding.summary, detail, at: location)
            }
        }
    }
}

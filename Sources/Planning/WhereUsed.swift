package import Kinds
package import Vocabulary

/// What in the org uses the objects of a plan, as far as it was asked for and could be read.
package struct WhereUsed: Hashable, Sendable {
    package enum Finding: Hashable, Sendable {
        /// What refers to it, sorted; nothing when empty.
        case used(by: [ObjectUse])
        /// Nothing refers to it by its id; in a sentence, what uses it.
        case unlisted(String)
        /// Why nobody could tell: the rest of a sentence.
        case notKnown(String)
    }

    /// The objects of which something can refer to.
    package var findings: [Address: Finding]

    package init(findings: [Address: Finding]) {
        self.findings = findings
    }

    /// What a plan may not do while it is in use, unless it is forced: an object that is deleted, if
    /// only to be made anew, leaves references behind that lead to nothing.
    package func breaches(in plan: Plan) -> [Diagnostic] {
        plan.changes.compactMap { change in
            guard change.action == .delete || change.action == .replace,
                case .used(let uses)? = findings[change.address], !uses.isEmpty
            else { return nil }
            let count = uses.count == 1 ? "Something refers" : "\(uses.count) things refer"
            return Diagnostic(
                .error, .usedInOrg,
                detail: "The plan would \(change.action.rawValue) `\(change.address)`. \(count) to "
                    + "it by its id, as shown under “Where used”, and would be left with an id "
                    + "that leads to nothing. Point them elsewhere first, or say --force.",
                isGuard: true)
        }
    }
}

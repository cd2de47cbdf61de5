import Kinds
import Vocabulary

/// The manifest's guards, held against a whole plan.
struct Guards {
    let policy: Policy
    /// Where the manifest prevents an address from being deleted, even one that is no longer for
    /// this org.
    let protected: [Address: SourceLocation]

    /// Below so many managed objects a percentage says nothing.
    static let percentFloor = 10

    func breaches(in changes: [Change], of pairs: [ResourcePair], managed: Int) -> [Diagnostic] {
        let gone = changes.filter { $0.action == .delete || $0.action == .replace }
        var breaches = gone.compactMap { change -> Diagnostic? in
            let desired = pairs.first { $0.address == change.address }?.desired
            let isPrevented = desired?.lifecycle.preventDestroy == true
            let location = isPrevented ? desired?.location : protected[change.address]
            guard isPrevented || location != nil else { return nil }
            return Diagnostic(
                .error, .preventDestroy,
                detail: "The plan would \(change.action.rawValue) `\(change.address)`, whose "
                    + "manifest says `prevent_destroy: true`. Take that line out if you mean it.",
                at: location, isGuard: true)
        }
        let deletes = gone.count
        let allowed: Int? =
            switch policy.maxDeletes {
            case .count(let count)?: count
            case .percent(0)?: 0
            case .percent(let percent)? where managed >= Self.percentFloor:
                managed * percent / 100
            default: nil
            }
        if let allowed, deletes > allowed {
            breaches.append(
                Diagnostic(
                    .error, .maxDeletes,
                    detail: "The plan would delete \(deletes) of \(managed) managed objects; "
                        + "`policy.max_deletes` allows \(allowed). If that is what you want, raise "
                        + "it, or delete in parts with `--target`.",
                    isGuard: true))
        }
        return breaches
    }
}

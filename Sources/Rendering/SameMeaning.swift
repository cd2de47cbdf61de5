import Kinds
import Planning
import Vocabulary

/// The paths whose values differ and mean the same, sorted, and whether there are no other
/// differences.
func sameMeaning(
    before: Attributes, after: Attributes, kind: ResourceKind?
) -> (paths: [AttributePath], isAll: Bool) {
    guard let kind else { return ([], false) }
    let differences = before.paired(with: after).filter { path, before, after in
        !kind.same(path, before, after)
    }
    let paths = differences.filter { path, before, after in
        kind.meansTheSame(path, before, after)
    }.map(\.path)
    return (paths, paths.count == differences.count)
}

extension Comparison.Value {
    /// Whether both orgs do the same with what they hold.
    func meansTheSame(to kind: ResourceKind?) -> Bool {
        sides.count == 2
            && kind?.meansTheSame(path, sides[0].value, sides[1].value) ?? false
    }
}

extension Drift {
    /// What is live, as far as it can be compared with what was recorded.
    ///
    /// What only one side knows is no difference: Okta shows no write-only value, and of an adopted
    /// one nothing was recorded.
    var seenLive: Attributes {
        live.mapValues { path, value in
            let recorded = recorded[path]
            let isUnknown = value == .unknown || (recorded == .unknown && value.isSensitive)
            return isUnknown ? recorded ?? value : value
        }
    }
}

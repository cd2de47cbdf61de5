import Kinds
import State
package import Vocabulary

/// The secrets of one object that nobody here has ever seen: the API does not show them, and it was
/// not us who wrote them. They are taken to be as the manifest says; the next write sets them.
package struct UnseenSecrets: Hashable, Sendable {
    package var address: Address
    /// Sorted; never empty.
    package var paths: [AttributePath]

    package init(address: Address, paths: [AttributePath]) {
        self.address = address
        self.paths = paths
    }
}

extension ResourcePair {
    /// The secrets that stay unseen with this change; nil when there is none.
    ///
    /// Only those count that the manifest speaks of: what it leaves alone is nobody's question.
    func unseen(_ change: Change?) -> UnseenSecrets? {
        guard let desired, live != nil else { return nil }
        let writes = change?.steps.contains { [.create, .update, .delete].contains($0.operation) }
        if writes == true { return nil }
        let unknown = liveAttributes.entries.filter { $0.value == .unknown }.map(\.path)
        let paths = unknown.filter { path in
            guard case .secret? = desired.attributes[path] else { return false }
            return !desired.lifecycle.ignoreChanges.contains(path.attribute)
        }
        return paths.isEmpty ? nil : UnseenSecrets(address: address, paths: paths)
    }
}

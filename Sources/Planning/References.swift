import Kinds
package import State
package import Vocabulary

/// Ties changes to those of the objects that they refer to: an object is made before others refer to
/// it, and deleted after none does any more.
struct References {
    let considered: [ResourcePair]
    let live: [LiveObject]

    /// Adds what each change has to wait for; tells what cannot be.
    func tie(_ changes: inout [Change]) -> [Diagnostic] {
        let actions = Dictionary(
            changes.map { ($0.address, $0.action) }, uniquingKeysWith: { first, _ in first })
        var diagnostics: [Diagnostic] = []
        for index in changes.indices {
            let change = changes[index]
            for (path, value) in change.after.pairs {
                guard let address = value.reference else { continue }
                if actions[address] == .create {
                    changes[index].dependsOn.append(address)
                } else {
                    diagnostics.append(notMade(address, for: change.address, path))
                }
            }
            guard change.action == .delete, let id = change.id else { continue }
            let users = changes.filter { lets(go: id, of: change.address.kind, $0) }
                .map(\.address).sorted()
            changes[index].dependsOn += users
            if users.isEmpty, live.first(where: { $0.id == id })?.isUsed == true {
                diagnostics.append(inUse(change.address))
            }
        }
        return diagnostics
    }

    /// Whether a change ends an object's referring to another one.
    private func lets(go id: String, of kind: String, _ change: Change) -> Bool {
        // What is forgotten stays in the org, and refers to what it refers to.
        guard change.action != .forget,
            let references = KindRegistry.kind(of: change.address)?.references
        else {
            return false
        }
        return references.contains { attribute in
            attribute.referencedKind == kind && change.before[attribute.path] == .text(id)
                && (change.action == .replace || change.after[attribute.path] != .text(id))
        }
    }

    /// Only targets leave out what another resource of the manifest refers to.
    private func notMade(
        _ address: Address, for user: Address, _ path: AttributePath
    ) -> Diagnostic {
        Diagnostic(
            .error, .referenceMissing,
            detail:
                "`\(user)` refers to `\(address)`, which the state does not hold, and which this "
                + "plan neither makes nor moves there. Add this:",
            at: considered.first { $0.address == user }?.desired?.location,
            commands: ["--target \(address)"])
    }

    private func inUse(_ address: Address) -> Diagnostic {
        Diagnostic(
            .warning, .inUse,
            detail: "The plan deletes `\(address)`, the org says that it is in use, and nothing in "
                + "the plan ends that. Okta deletes it only when it is no longer used.",
            at: considered.first { $0.address == address }?.desired?.location)
    }
}

extension DesiredResource {
    /// The resource with references replaced by the ids of objects that are there.
    func withReferences(_ id: (Address) -> String?) -> DesiredResource {
        guard !kind.references.isEmpty else { return self }
        var result = self
        result.attributes = attributes.mapValues { _, value in
            value.reference.flatMap(id).map { .text($0) } ?? value
        }
        return result
    }
}

extension Attributes {
    /// The attributes with references replaced by the ids that are recorded; others stay.
    package func resolvingReferences(in snapshot: Snapshot) -> Attributes {
        mapValues { _, value in
            value.reference.flatMap { snapshot.resources[$0]?.id }.map { .text($0) } ?? value
        }
    }
}

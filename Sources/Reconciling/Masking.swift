package import Kinds
package import Planning
import Ports
package import StateFile
package import Vocabulary

/// Replaces secrets by fingerprints on all three sides, such that equal secrets have equal
/// fingerprints. Nothing behind this sees a secret.
///
/// A value is secret when the manifest takes it from a reference, or, where the manifest says nothing
/// of it, when it was recorded as one.
package struct Masking: Sendable {
    private let knowledge: SecretKnowledge
    /// Fingerprints of a saved plan, to be met again, by address.
    private let planned: [Address: Attributes]

    package init(knowledge: SecretKnowledge, planned: [Address: Attributes] = [:]) {
        self.knowledge = knowledge
        self.planned = planned
    }

    /// The desired side. References that cannot be resolved are told as diagnostics.
    package func desired(
        _ declarations: [ResourceDeclaration], recorded: Snapshot, policy: Policy,
        check: (String, Policy) -> Diagnostic?
    ) async -> (resources: [DesiredResource], diagnostics: [Diagnostic]) {
        var resources: [DesiredResource] = []
        var diagnostics: [Diagnostic] = []
        for declaration in declarations {
            var attributes = Attributes()
            for path in declaration.values.keys.sorted() {
                switch declaration.values[path] {
                case .plain(let value)?: attributes[path] = value
                case .secret(let reference)?:
                    let location = declaration.locations[path] ?? declaration.location
                    switch await knowledge.resolve(reference) {
                    case .failure(let error):
                        diagnostics.append(
                            Diagnostic(
                                .error, "secret-unavailable", "A secret is not to be had",
                                detail: "`\(declaration.address)`: \(error.detail)",
                                at: location))
                    case .success(let secret):
                        if isURL(path, of: declaration.kind),
                            var problem = check(secret.reveal(), policy)
                        {
                            problem.location = location
                            diagnostics.append(problem)
                        }
                        let candidates = candidates(
                            for: declaration.address, path, recorded: recorded)
                        attributes[path] = .secret(
                            await knowledge.fingerprint(of: secret, candidates: candidates))
                    }
                case nil: break
                }
            }
            resources.append(
                DesiredResource(
                    kind: declaration.kind, address: declaration.address, attributes: attributes,
                    declared: declaration.declared, verify: declaration.verify,
                    lifecycle: declaration.lifecycle, location: declaration.location))
        }
        return (resources.sorted { $0.address < $1.address }, diagnostics)
    }

    /// One live object's attributes, as it stands under an address.
    package func live(
        _ attributes: Attributes, address: Address, desired: DesiredResource?,
        recorded: Attributes?
    ) async -> Attributes {
        var result = attributes
        for (path, value) in attributes.sorted {
            guard case .text(let text) = value else { continue }
            let wanted = desired?.attributes[path]
            let known = recorded?[path]
            let isPlainByManifest = wanted.map { !$0.isSensitive && $0 == value } ?? false
            guard wanted?.isSensitive == true || known?.isSensitive == true, !isPlainByManifest
            else { continue }
            let candidates = [wanted, known, planned[address]?[path]].compactMap {
                if case .secret(let fingerprint)? = $0 { fingerprint } else { nil }
            }
            result[path] = .secret(
                await knowledge.fingerprint(of: Secret(text), candidates: candidates))
        }
        return result
    }

    /// What was recorded, in the same terms as the two other sides: a value that has since become a
    /// secret, or ceased to be one, is no drift by itself.
    package func recorded(
        _ attributes: Attributes, desired: DesiredResource?, live: Attributes?
    ) async -> Attributes {
        var result = attributes
        for (path, value) in attributes.sorted {
            switch (value, desired?.attributes[path]) {
            case (.text(let text), .secret(let wanted)?):
                if await knowledge.matches(Secret(text), wanted) { result[path] = .secret(wanted) }
            case (.secret(let known), .text?):
                if case .text(let text)? = live?[path],
                    await knowledge.matches(Secret(text), known)
                {
                    result[path] = .text(text)
                }
            default: break
            }
        }
        return result
    }

    private func candidates(
        for address: Address, _ path: AttributePath, recorded: Snapshot
    ) -> [Fingerprint] {
        [
            recorded.resources[address]?.attributes[path], planned[address]?[path],
            recorded.intents[address]?.attributes[path],
        ].compactMap { if case .secret(let fingerprint)? = $0 { fingerprint } else { nil } }
    }

    private func isURL(_ path: AttributePath, of kind: ResourceKind) -> Bool {
        kind.attribute(path.attribute)?.has(.endpointURL) == true
    }
}

package import Kinds
package import Planning
import Ports
package import State
package import Vocabulary

/// Replaces secrets by fingerprints on all three sides, such that equal secrets have equal
/// fingerprints. Nothing behind this sees a secret.
///
/// A value is secret when the manifest takes it from a reference, or when it is known as one: it was
/// recorded, announced or planned so. Only where the manifest itself now says it in clear it is not.
package struct Masking: Sendable {
    private let knowledge: SecretKnowledge
    /// Both sides of a plan's changes, whose fingerprints are to be met again, by address.
    private let planned: [Address: [Attributes]]

    /// - Parameter planned: the changes of a saved plan, or of the one that is carried out.
    package init(knowledge: SecretKnowledge, planned: [Change] = []) {
        self.knowledge = knowledge
        self.planned = Dictionary(
            planned.map { ($0.address, [$0.after, $0.before]) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The desired side. References that cannot be resolved are told as diagnostics.
    ///
    /// Secrets are resolved one after the other, since a program may ask for a password on the
    /// terminal, and their fingerprints are computed meanwhile, several at the same time.
    package func desired(
        _ declarations: [ResourceDeclaration], recorded: Snapshot, policy: Policy,
        check: (String, Policy) -> Diagnostic?
    ) async -> (resources: [DesiredResource], diagnostics: [Diagnostic]) {
        await knowledge.shareSalt(of: recorded.fingerprints)
        var attributes = declarations.map { _ in Attributes() }
        var diagnostics: [Diagnostic] = []
        var places: [FingerprintQuestion: [(Int, AttributePath)]] = [:]
        await withTaskGroup(of: (FingerprintQuestion, Fingerprint).self) { group in
            for (index, declaration) in declarations.enumerated() {
                for path in declaration.values.keys.sorted() {
                    switch declaration.values[path] {
                    case .plain(let value)?: attributes[index][path] = value
                    case .secret(let reference)?:
                        let location = declaration.locations[path] ?? declaration.location
                        switch await knowledge.resolve(reference) {
                        case .failure(let error):
                            attributes[index][path] = .unknown
                            // A shared endpoint's secret is missing once, however many hooks need it.
                            let diagnostic = Diagnostic(
                                .error, .secretUnavailable,
                                detail: "The manifest asks for it here: \(error.detail)",
                                at: location)
                            if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
                        case .success(let secret):
                            if isURL(path, of: declaration.kind),
                                var problem = check(secret.reveal(), policy)
                            {
                                problem.location = location
                                diagnostics.append(problem)
                            }
                            let question = FingerprintQuestion(
                                secret: secret,
                                candidates: candidates(
                                    for: declaration.address, path, recorded: recorded))
                            places[question, default: []].append((index, path))
                            guard places[question]?.count == 1 else { continue }
                            group.addTask { [knowledge] in
                                let fingerprint = await knowledge.fingerprint(
                                    of: question.secret, candidates: question.candidates)
                                return (question, fingerprint)
                            }
                        }
                    case nil: break
                    }
                }
            }
            for await (question, fingerprint) in group {
                for (index, path) in places[question] ?? [] {
                    attributes[index][path] = .secret(fingerprint)
                }
            }
        }
        let resources = zip(declarations, attributes).map { declaration, attributes in
            DesiredResource(
                kind: declaration.kind, address: declaration.address, attributes: attributes,
                declared: declaration.declared, verify: declaration.verify,
                lifecycle: declaration.lifecycle, location: declaration.location)
        }
        return (resources.sorted { $0.address < $1.address }, diagnostics)
    }

    /// One live object's attributes, as it stands under an address.
    ///
    /// - Parameter recorded: all that the state knows of it; what it announced counts too.
    package func live(
        _ attributes: Attributes, address: Address, desired: DesiredResource?,
        recorded: [Attributes]
    ) async -> Attributes {
        let known = recorded + (planned[address] ?? [])
        var result = attributes
        for (path, value) in attributes.pairs {
            guard case .text(let text) = value else { continue }
            let wanted = desired?.attributes[path]
            let views = [wanted] + known.map { $0[path] }
            guard views.contains(where: { $0?.isSensitive == true }), wanted != value
            else { continue }
            let candidates = fingerprints(in: views)
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
        for (path, value) in attributes.pairs {
            switch (value, desired?.attributes[path]) {
            case (.text(let text), .secret(let wanted)?):
                for candidate in fingerprints(in: [live?[path], .secret(wanted)])
                where await knowledge.matches(Secret(text), candidate) {
                    result[path] = .secret(candidate)
                    break
                }
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
        fingerprints(
            in: [
                recorded.resources[address]?.attributes[path],
                recorded.intents[address]?.attributes[path],
            ] + (planned[address] ?? []).map { $0[path] })
    }

    private func fingerprints(in values: [AttributeValue?]) -> [Fingerprint] {
        values.compactMap { if case .secret(let fingerprint)? = $0 { fingerprint } else { nil } }
    }

    private func isURL(_ path: AttributePath, of kind: ResourceKind) -> Bool {
        kind.attribute(path.attribute)?.has(.endpointURL) == true
    }
}

/// A secret, and the recorded fingerprints that may be of it. Hooks that share an endpoint share it.
private struct FingerprintQuestion: Hashable {
    let secret: Secret
    let candidates: [Fingerprint]
}

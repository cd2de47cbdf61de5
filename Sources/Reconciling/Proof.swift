package import State
package import Vocabulary

/// What came of asking an endpoint whether a secret is the one that it takes.
package enum Proof: Hashable, Sendable {
    /// It takes the manifest's, and refuses another.
    case proven(Fingerprint)
    /// It takes whatever it is given, which says nothing.
    case takesAnything
    /// It refuses the manifest's.
    case refused(detail: String)
    /// It takes the manifest's, and what it makes of another is not clear.
    case unclear(detail: String)
    /// Nothing was sent: no request of Okta's would carry the secret and do nothing else.
    case notAskable
    /// Nothing was sent: the manifest names no secret there.
    case notDeclared
    /// Nothing was sent: the org no longer has the object.
    case missing
    /// Nothing was sent: Okta has not verified the object, so that it may well hold another one.
    case notVerified
    /// Nothing was sent: the object's channel is not the manifest's, at this path first.
    case otherChannel(AttributePath)

    package var fingerprint: Fingerprint? {
        if case .proven(let fingerprint) = self { fingerprint } else { nil }
    }
}

/// What came of proving secrets.
package struct ProveReport: Hashable, Sendable {
    /// By address, for each secret that was unknown.
    package var proofs: [Address: [AttributePath: Proof]]
    /// What is wrong with the manifest's secrets; then nothing was sent.
    package var problems: [Diagnostic]

    package init(
        proofs: [Address: [AttributePath: Proof]] = [:], problems: [Diagnostic] = []
    ) {
        self.proofs = proofs
        self.problems = problems
    }

    package var provesAny: Bool {
        proofs.values.contains { $0.values.contains { $0.fingerprint != nil } }
    }

    /// The edits that put what was proven into a state.
    package func edits(of snapshot: Snapshot) -> [StateEdit] {
        proofs.sorted { $0.key < $1.key }.compactMap { address, proofs in
            guard var resource = snapshot.resources[address] else { return nil }
            for (path, proof) in proofs {
                guard let fingerprint = proof.fingerprint else { continue }
                resource.attributes[path] = .secret(fingerprint)
            }
            return .record(address, resource)
        }
    }
}

import Kinds
import Manifests
package import Planning
import Ports
import Reconciling
import State
package import Vocabulary

extension Installation {
    /// Compares the same addresses in two orgs of the manifest. Writes nothing.
    ///
    /// - Parameters:
    ///   - first: An org, by its name in the manifest.
    ///   - second: The other one.
    ///   - targets: The addresses to compare; empty for all.
    package func compare(
        _ first: String, _ second: String, targets: [Address]
    ) async throws(ApplicationError) -> Comparison {
        let sides = [try await side(first), try await side(second)]
        try ensureKnown(targets, sides)
        let kinds = CompareOperation.kinds(
            of: sides.map { ($0.session.workspace.declarations, $0.snapshot) })
        // One after the other, so the notices of each stay together.
        let orgs = [
            try await read(sides[0], kinds: kinds), try await read(sides[1], kinds: kinds),
        ]
        return Comparison.of(orgs[0], orgs[1], targets: targets)
    }

    /// One of the two orgs, its state read.
    private struct Side {
        let session: OrgSession
        let snapshot: Snapshot
    }

    private func side(_ name: String) async throws(ApplicationError) -> Side {
        try await inOrg(name) { () async throws(ApplicationError) in
            let session = try await session(org: name)
            // A move that only one of the two has applied isn't a difference.
            let moved = MovedSnapshot(
                try await session.state().snapshot, session.workspace.manifest.relocations)
            return Side(session: session, snapshot: moved.snapshot)
        }
    }

    private func read(
        _ side: Side, kinds: [ResourceKind]
    ) async throws(ApplicationError) -> ComparedOrg {
        let session = side.session
        return try await inOrg(session.workspace.org.name) { () async throws(ApplicationError) in
            try await asking { () async throws(OrgError) in
                try await CompareOperation(org: session.client, knowledge: knowledge).run(
                    name: session.workspace.org.name, url: session.url,
                    declarations: session.workspace.declarations, snapshot: side.snapshot,
                    kinds: kinds)
            }
        }
    }

    /// Does something for one org, and names the org in a failure.
    private func inOrg<Result>(
        _ name: String, _ body: () async throws(ApplicationError) -> Result
    ) async throws(ApplicationError) -> Result {
        do {
            return try await body()
        } catch {
            throw .inOrg(name, error)
        }
    }

    private func ensureKnown(_ targets: [Address], _ sides: [Side]) throws(ApplicationError) {
        let known = sides.reduce(into: Set<Address>()) { known, side in
            known.formUnion(side.session.workspace.declarations.map(\.address))
            known.formUnion(side.snapshot.resources.keys)
        }.sorted()
        for target in targets where !known.contains(target) {
            throw .request(
                .unknownTarget,
                [
                    "`\(target)` stands neither in the manifest nor in the state of either org."
                        + (nearestAddress(to: target, among: known)
                            .map { " Did you mean `\($0)`?" } ?? "")
                ])
        }
    }
}

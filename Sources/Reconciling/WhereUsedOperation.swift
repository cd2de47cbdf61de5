import Catalog
import Kinds
package import Planning
package import Ports
package import State
package import Vocabulary

/// Finds out what in the org refers to objects. Only the lists in which something may refer to one
/// of them are read.
package struct WhereUsedOperation: Sendable {
    private let org: any UseReader

    package init(org: any UseReader) {
        self.org = org
    }

    /// - Parameter recorded: the objects, by address; those that nothing can refer to are left out.
    package func run(
        _ recorded: [Address: RecordedResource]
    ) async throws(OrgError) -> WhereUsed {
        var lists: Set<UseList> = []
        var uses: [Address: Use] = [:]
        for (address, resource) in recorded {
            guard let use = KindRegistry.kind(of: address)?.use(of: resource.attributes) else {
                continue
            }
            uses[address] = use
            if case .listed(let list) = use { lists.insert(list) }
        }
        let readings = try await read(lists).get()
        var findings: [Address: WhereUsed.Finding] = [:]
        for (address, use) in uses {
            switch use {
            case .unlisted(let words): findings[address] = .unlisted(words)
            case .listed(let list):
                switch readings[list] {
                case .read(let all)?:
                    // An app may name the same hook in two places.
                    let uses = Set(all.filter { $0.object == recorded[address]?.id })
                    findings[address] = .used(by: uses.sorted())
                case .notKnown(let reason)?: findings[address] = .notKnown(reason)
                case nil: break
                }
            }
        }
        return WhereUsed(findings: findings)
    }

    private enum Reading: Sendable {
        case read([ObjectUse])
        case notKnown(String)
    }

    private func read(_ lists: Set<UseList>) async -> Result<[UseList: Reading], OrgError> {
        await withTaskGroup(of: (UseList, Result<Reading, OrgError>).self) { group in
            for list in lists {
                group.addTask { (list, await read(list)) }
            }
            var readings: [UseList: Reading] = [:]
            for await (list, result) in group {
                switch result {
                case .success(let reading): readings[list] = reading
                case .failure(let error): return .failure(error)
                }
            }
            return .success(readings)
        }
    }

    /// A list that may not be read, or that the org does not have, is no failure of the run.
    private func read(_ list: UseList) async -> Result<Reading, OrgError> {
        do throws(OrgError) {
            return .success(.read(try await org.uses(in: list)))
        } catch {
            switch error {
            case .unauthorized(let answer) where answer.errorCode == "E0000015":
                return .success(.notKnown("the org does not have what would show it"))
            case .unauthorized(let answer)
            where answer.status == 403 || answer.missingScopes.contains(list.scope):
                // Of a scope that is not granted the token endpoint tells, and by another status.
                return .success(
                    .notKnown("it needs the scope \(list.scope), or an admin role that may read it")
                )
            case .refused(let answer), .notFound(let answer):
                return .success(.notKnown("Okta answered \(answer.status) to the question"))
            case .unauthorized, .rateLimited, .unavailable, .cancelled: return .failure(error)
            }
        }
    }
}

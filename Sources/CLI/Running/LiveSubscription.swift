import Application
import Filters
import Kinds
import Ports
import Rendering
import State
import Vocabulary

/// What a hook of the manifest receives as it is live, or why that is not known.
enum LiveSubscription {
    case known(Subscription, isActive: Bool)
    /// As a sentence.
    case unknown(String)

    /// Asks the org, where the state knows the hook.
    ///
    /// - Parameter session: the way to the org, where there is one already.
    static func read(
        _ address: Address, _ installation: Installation, through session: OrgSession? = nil
    ) async throws -> LiveSubscription {
        let workspace = try session?.workspace ?? installation.workspace()
        let state = try await installation.state(of: workspace)
        guard let recorded = state.snapshot.resources[address],
            let kind = KindRegistry.kind(of: address)
        else {
            return .unknown(
                "Not compared with what is live: `\(address)` is not in the state.")
        }
        let org: any OrgReader
        if let session {
            org = session.client
        } else {
            Installation.warmUp()
            org = try await installation.session(workspace).client
        }
        let live = try await asking { () async throws(OrgError) in
            try await org.read(kind, id: recorded.id)
        }
        guard let live else {
            return .unknown("Not compared with what is live: the org has no `\(address)` any more.")
        }
        return subscription(of: live, address)
    }

    private static func subscription(
        of live: LiveObject, _ address: Address
    ) -> LiveSubscription {
        var events: [String] = []
        var filters: [String: FilterExpression] = [:]
        for (path, value) in live.attributes.pairs {
            switch (live.kind.attribute(path.attribute)?.shape, value) {
            case (.filters, .text(let text)):
                guard let type = path.key else { continue }
                do throws(ExpressionError) {
                    filters[type] = try FilterExpression(parsing: text)
                } catch {
                    return .unknown(
                        "Not compared with what is live: the org's filter of \(type) in "
                            + "`\(address)` is not understood. \(error.finding.detail)")
                }
            case (.names, .names(let names)): events += names
            default: break
            }
        }
        return .known(
            Subscription(events: events, filters: filters), isActive: live.isActive)
    }
}

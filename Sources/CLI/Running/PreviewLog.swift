import Application
import Catalog
import JSON
import Kinds
import OktaOrg
import Ports
import Rendering
import Vocabulary

/// The org's System Log, as far as a preview looks at it.
struct PreviewLog {
    let installation: Installation
    let workspace: Workspace

    enum Finding {
        case found(PreviewEvent)
        /// Why there is none, as a sentence.
        case none(String)
    }

    private static let days = Limits.logDays.value

    /// The latest event of a type. An org that cannot be asked has none.
    func latest(ofType type: String) async throws -> Finding {
        let session: OrgSession
        do {
            session = try await self.session()
        } catch {
            return .none("The org was not asked for an event. \(Failure(error).words)")
        }
        let event: JSONValue?
        do throws(OrgError) {
            event = try await first(session, SystemLogQuery.filter(ofTypes: [type]))
        } catch {
            return .none("The org could not be asked for an event. \(Failure(.org(error)).words)")
        }
        guard let event else {
            return .none("The org's log has no \(type) of the last \(Self.days) days.")
        }
        return .found(PreviewEvent(value: event, source: .latest))
    }

    /// The event with a uuid.
    func entry(_ uuid: String) async throws -> PreviewEvent {
        let session = try await session()
        let event = try await asking { () async throws(OrgError) in
            try await first(session, SystemLogQuery.filter(ofEntry: uuid.lowercased()))
        }
        guard let event else {
            throw Failure(
                .error, .eventNotInLog,
                ["No event of the last \(Self.days) days has the uuid \(uuid)."])
        }
        return PreviewEvent(value: event, source: .logged)
    }

    private func session() async throws(ApplicationError) -> OrgSession {
        Installation.warmUp()
        return try await installation.session(workspace, access: .logs)
    }

    private func first(
        _ session: OrgSession, _ filter: String
    ) async throws(OrgError) -> JSONValue? {
        let now = Timestamp(ProcessEnvironment.surroundings.now())
        let query = SystemLogQuery(
            since: now?.advanced(bySeconds: -Self.days * 86_400), filter: filter, limit: 1,
            order: .descending)
        let page = try await session.client.logPage(of: query)
        do throws(JSONParseError) {
            return try JSONValue(parsing: page.body).array?.first
        } catch {
            throw .unavailable(
                OrgError.Failure(
                    detail: "The System Log's answer is no JSON: \(error).",
                    mayHaveHappened: false))
        }
    }
}

extension Failure {
    /// What went wrong, in a sentence, on the way to something that can be done without.
    fileprivate var words: String {
        switch message {
        case .diagnostic(let diagnostic):
            return
                ([diagnostic.summary]
                + ([diagnostic.detail] + diagnostic.notes).filter { !$0.isEmpty }.prefix(1)).map(
                    Self.withoutStop
                )
                .joined(separator: ": ") + "."
        case .diagnostics(let diagnostics, _): return diagnostics.first?.detail ?? ""
        case .nothing: return ""
        }
    }

    private static func withoutStop(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }
}

package import Planning
package import Ports
package import State
package import Vocabulary

/// The reason why a use case didn't do what it was asked to do.
///
/// There is one case for each way in which a caller can react. The program turns each into a message
/// and an exit code.
package indirect enum ApplicationError: Error, Hashable, Sendable {
    /// The manifest must be corrected where these findings point, or the guard that refuses must be
    /// lifted.
    case findings([Diagnostic], sources: [String: [UInt8]])
    /// An argument, a file, or an environment variable that the command refers to must be corrected.
    case request(Diagnostic)
    /// The arguments must be corrected: they can't be meant as given.
    case usage(Diagnostic)
    /// The saved plan must be made again.
    case stalePlan(Staleness, of: Plan)
    /// Okta, or the network before it, must be asked again or asked for other rights.
    case org(OrgError)
    /// The state's store must be released, repaired, or asked again.
    case state(StateBackendError)
    /// The state must be restored, or this program must be upgraded.
    case stateFile(StateFileError, place: String, backup: String?)
    /// One of the run's orgs has this failure.
    case inOrg(String, ApplicationError)
}

extension ApplicationError {
    /// A mistake in the request, with one paragraph for each note.
    package static func request(
        _ rule: Rule, _ notes: [String] = [], commands: [String] = []
    ) -> ApplicationError {
        .request(Diagnostic(.error, rule, notes: notes, commands: commands))
    }

    /// A mistake in the arguments, with one paragraph for each note.
    package static func usage(_ rule: Rule, _ notes: [String] = []) -> ApplicationError {
        .usage(Diagnostic(.error, rule, notes: notes))
    }
}

/// Calls the org, and turns its failure into one of the application.
package func asking<Answer>(
    _ call: () async throws(OrgError) -> Answer
) async throws(ApplicationError) -> Answer {
    do throws(OrgError) {
        return try await call()
    } catch {
        throw .org(error)
    }
}

/// Calls the store of a state, and turns its failure into one of the application.
func storing<Answer>(
    _ call: () async throws(StateBackendError) -> Answer
) async throws(ApplicationError) -> Answer {
    do throws(StateBackendError) {
        return try await call()
    } catch {
        throw .state(error)
    }
}

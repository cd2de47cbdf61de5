import ArgumentParser
import Kinds
import Manifests
import Planning
import Ports
import Reconciling
import Rendering
import Secrets
import State
import Vocabulary

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show what differs between two orgs beyond their vars.",
        discussion: """
            Looks at the same addresses in two orgs of the manifest. What their vars make differ is \
            left out; what was changed by hand in one of them, is there in one only, or is verified \
            in one only is shown. Reads both orgs, one request a kind, and writes nothing. Exit \
            code 2 when they differ.

              tenterhook compare preview prod
              tenterhook compare preview prod --format json
            """)

    @Argument(help: ArgumentHelp("An org, by its name in the manifest.", valueName: "org"))
    var first: String

    @Argument(help: ArgumentHelp("The org to compare it with.", valueName: "other-org"))
    var second: String

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func validate() throws {
        if options.org != nil {
            throw ValidationError("compare names its two orgs itself; leave --org out.")
        }
        if first == second { throw ValidationError("An org is not compared with itself.") }
    }

    /// One of the two, its state read.
    private struct Participant {
        let engine: Engine
        let snapshot: Snapshot

        var declarations: [ResourceDeclaration] { engine.workspace.declarations }
    }

    func run() async throws {
        var participants: [Participant] = []
        for name in [first, second] {
            participants.append(try await named(name) { try await participant(name) })
        }
        try checkTargets(participants)
        let kinds = CompareOperation.kinds(
            of: participants.map { ($0.declarations, $0.snapshot) })
        // One after the other, so that what is said of one stands together.
        var orgs: [ComparedOrg] = []
        for participant in participants {
            let name = participant.engine.workspace.org.name
            orgs.append(try await named(name) { try await look(at: participant, kinds: kinds) })
        }
        let comparison = Comparison.of(orgs[0], orgs[1], targets: orgOptions.targets)
        let console = options.console
        switch format {
        case .text: console.print(renderComparison(comparison, style: console.output))
        case .json: console.print(comparisonDocument(comparison))
        }
        if !comparison.isEmpty { throw ExitCode(ExitStatus.changesPending.rawValue) }
    }

    private func participant(_ name: String) async throws -> Participant {
        let engine = try await Engine(options, orgOptions, org: name)
        let backend = try RunState.backend(for: engine.workspace)
        let state = try await RunState(backend: backend, orgURL: engine.connection.url)
        // A move that one of the two has yet to apply makes no difference.
        let moved = MovedSnapshot(state.snapshot, engine.workspace.manifest.relocations)
        return Participant(engine: engine, snapshot: moved.snapshot)
    }

    private func look(
        at participant: Participant, kinds: [ResourceKind]
    ) async throws -> ComparedOrg {
        let engine = participant.engine
        do throws(OrgError) {
            return try await CompareOperation(
                org: engine.connection.client, knowledge: engine.knowledge
            ).run(
                name: engine.workspace.org.name, url: engine.connection.url,
                declarations: participant.declarations, snapshot: participant.snapshot,
                kinds: kinds)
        } catch {
            throw Failure(error)
        }
    }

    /// Does something for one org, and says of a failure which org it was.
    private func named<Result>(
        _ org: String, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let failure as Failure {
            guard case .explanation(var explanation) = failure.message else { throw failure }
            explanation.lines.insert("This is about the org `\(org)`.", at: 0)
            throw Failure(failure.code, .explanation(explanation))
        }
    }

    private func checkTargets(_ participants: [Participant]) throws {
        let known = participants.reduce(into: Set<Address>()) { known, participant in
            known.formUnion(participant.declarations.map(\.address))
            known.formUnion(participant.snapshot.resources.keys)
        }.sorted()
        for target in orgOptions.targets where !known.contains(target) {
            throw Failure(
                .error, "Unknown target",
                [
                    "`\(target)` stands neither in the manifest nor in the state of either org."
                        + (nearestAddress(to: target, among: known)
                            .map { " Did you mean `\($0)`?" } ?? "")
                ])
        }
    }
}

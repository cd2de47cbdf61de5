import Kinds
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import Secrets
import StateBackends
import StateFile
import Vocabulary

/// Takes over a whole org: `init --adopt`.
///
/// 1. Look at the org, and write a manifest of it in memory.
/// 2. Read that as every command will, and find what the state is to remember.
/// 3. Write the files, and the state last: what goes wrong before leaves nothing behind.
struct OrgAdoption {
    let files: NewFiles
    let orgName: String
    /// nil for what the environment says.
    let orgURL: String?
    let options: ConnectionOptions
    let verbose: Bool

    func run() async throws {
        let console = files.console
        let environment = ProcessEnvironment.variables
        let secrets = SystemSecrets(environment: environment)
        guard Address.isKey(orgName) else {
            throw Failure(
                .wrongUsage, "This name cannot be used",
                ["\(orgName) is no name for an org: names are letters, digits, _ and -."])
        }
        let connection = try await OrgConnection(
            OrgDeclaration(name: orgName, url: orgURL, authentication: nil), access: .read,
            secrets: secrets, environment: environment, options: options, verbose: verbose,
            notices: Notices(console: console))
        let knowledge = SecretKnowledge(source: secrets, fingerprints: ScryptFingerprints())

        let survey = try await Self.answered { () throws(OrgError) in
            try await OrgSurvey(of: connection.client)
        }
        let drafted = survey.manifest(
            orgName: orgName, orgURL: connection.url,
            tokenVariable: ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN"].first {
                environment[$0]?.isEmpty == false
            })
        let manifest = try NewManifest(drafted.text, at: files.manifest, orgName: orgName)
        let backend = try manifest.backend()
        try await RunState.locked(backend, command: "init --adopt") {
            let state = try await RunState(backend: backend, orgURL: connection.url)
            let report = try await Self.answered { () throws(OrgError) in
                try await survey.adopt(
                    drafted.written, declarations: manifest.declarations,
                    snapshot: state.snapshot, knowledge: knowledge)
            }
            if report.problems.hasErrors { throw Failure(report.problems, sources: [:]) }
            try files.write(drafted.text)
            try await record(report, in: state)
            console.print("\(backend.place) written\n\n")
        }

        let warnings = drafted.leftOut.map(\.warning) + drafted.warnings
        if !warnings.isEmpty {
            console.show(Failure(.done, .diagnostics(warnings, sources: [:])))
        }
        console.print(
            renderTakeover(
                of: connection.url, addresses: drafted.written.map(\.address),
                secrets: drafted.secrets.map {
                    SecretToSet(variable: $0.variable, purpose: $0.purpose)
                }, style: console.output))
    }

    private func record(_ report: AdoptReport, in state: RunState) async throws {
        do throws(StateBackendError) {
            try await state.store().record { report.record(into: &$0) }
        } catch {
            files.console.say(
                "The manifest is written, but nothing is adopted. Run: tenterhook adopt\n")
            throw Failure(error)
        }
    }

    private static func answered<Answer>(
        _ ask: () async throws(OrgError) -> Answer
    ) async throws -> Answer {
        do throws(OrgError) {
            return try await ask()
        } catch {
            throw Failure(error)
        }
    }
}

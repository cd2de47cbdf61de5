import Kinds
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import Secrets
import StateBackends
import StateFile
import TerraformState
import Vocabulary

/// Takes over what Terraform manages: `import --from-terraform`.
///
/// 1. Read Terraform's state.
/// 2. Look at the org, and write a manifest in memory of what Terraform manages there.
/// 3. Read that as every command will, and find what the state is to remember.
/// 4. Write the files, and the state last: what goes wrong before leaves nothing behind.
struct TerraformAdoption {
    /// The path of Terraform's state.
    let source: String
    let files: NewFiles
    let orgName: String
    /// nil for what the environment says.
    let orgURL: String?
    let options: ConnectionOptions
    let verbose: Bool

    func run() async throws {
        let console = files.console
        try files.ensureThereIsNoManifest()
        let (file, hooks) = try read()
        let environment = ProcessEnvironment.variables
        let secrets = SystemSecrets(environment: environment)
        let connection = try await OrgConnection(
            OrgDeclaration(name: orgName, url: orgURL, authentication: nil), access: .read,
            secrets: secrets, environment: environment, options: options, verbose: verbose,
            notices: Notices(console: console))
        let knowledge = SecretKnowledge(source: secrets, fingerprints: ScryptFingerprints())

        let survey = try await Self.answered { () throws(OrgError) in
            try await TerraformSurvey(of: connection.client, at: connection.url, file, hooks)
        }
        if survey.problems.hasErrors { throw Failure(survey.problems, sources: [:]) }
        let drafted = survey.manifest(
            orgName: orgName, orgURL: connection.url,
            tokenVariable: ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN"].first {
                environment[$0]?.isEmpty == false
            })
        let manifest = try NewManifest(drafted.text, at: files.manifest, orgName: orgName)
        let backend = try manifest.backend()
        let report = try await RunState.locked(backend, command: "import --from-terraform") {
            let state = try await RunState(backend: backend, orgURL: connection.url)
            try ensureNothingIsRecorded(state)
            let adopted = try await Self.answered { () throws(OrgError) in
                try await survey.adopt(
                    drafted.written, declarations: manifest.declarations,
                    snapshot: state.snapshot, knowledge: knowledge)
            }
            if adopted.problems.hasErrors { throw Failure(adopted.problems, sources: [:]) }
            try files.write(drafted.text)
            try await record(adopted, in: state)
            console.print("\(backend.place) written\n\n")
            return survey.report(drafted, adopted, orgURL: connection.url)
        }
        console.print(renderTerraformImport(report, style: console.output))
    }

    private func read() throws -> (TerraformFile, TerraformHooks) {
        switch DiskFiles.read(source) {
        case .failure(let problem):
            throw Failure(
                .error, "The Terraform state cannot be read", ["\(source): \(problem.words)."])
        case .success(let bytes):
            do throws(TerraformStateError) {
                let file = try TerraformFile(parsing: bytes)
                return (file, try TerraformHooks(file))
            } catch {
                throw Failure([error.diagnostic(file: source)], sources: [:])
            }
        }
    }

    /// What is recorded already belongs to another manifest: by the new one, the next plan would
    /// delete it.
    private func ensureNothingIsRecorded(_ state: RunState) throws {
        let count = state.snapshot.resources.count + state.snapshot.intents.count
        guard count > 0 else { return }
        throw Failure(
            .error, "The state belongs to another manifest",
            [
                "\(state.backend.place) holds \(count) resources already, which \(files.manifest) "
                    + "would not declare, so that the next plan would delete them. Import into a "
                    + "folder of its own; to have both in one manifest, copy the resources over "
                    + "from there, and take them over by their names:"
            ], commands: ["tenterhook adopt"])
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

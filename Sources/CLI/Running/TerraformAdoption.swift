import Application
import Ports
import Reconciling
import Rendering
import State
import TerraformState
import Vocabulary

/// Takes over what Terraform manages: `import --from-terraform`.
struct TerraformAdoption {
    /// The path of Terraform's state.
    let source: String
    let adoption: OrgAdoption

    func run() async throws {
        try adoption.files.ensureThereIsNoManifest()
        let (file, hooks) = try read()
        let outcome = try await adoption.run(
            { org, url in
                let survey = try await asking { () async throws(OrgError) in
                    try await TerraformSurvey(of: org, at: url, file, hooks)
                }
                if survey.problems.hasErrors { throw Failure(survey.problems, sources: [:]) }
                return survey
            }, check: ensureNothingIsRecorded)
        let console = adoption.files.console
        console.print(
            renderTerraformImport(
                outcome.survey.report(outcome.drafted, outcome.adopted, orgURL: outcome.url),
                style: console.output))
    }

    private func read() throws -> (TerraformFile, TerraformHooks) {
        switch DiskFiles.read(source) {
        case .failure(let problem):
            throw Failure(
                .error, .terraformUnreadable, ["\(source): \(problem.words)."])
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
    private func ensureNothingIsRecorded(_ state: OrgState) throws {
        let count = state.snapshot.resources.count + state.snapshot.intents.count
        guard count > 0 else { return }
        throw Failure(
            .error, .stateOfAnotherManifest,
            [
                "\(state.backend.place) holds \(count) resources already, which "
                    + "\(adoption.files.manifest) would not declare, so that the next plan would "
                    + "delete them. Import into a folder of its own; to have both in one manifest, "
                    + "copy the resources over from there, and take them over by their names:"
            ], commands: ["tenterhook adopt"])
    }
}

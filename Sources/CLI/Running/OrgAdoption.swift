import Application
import Kinds
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import State
import Vocabulary

/// Takes over what an org holds, with a new manifest: all of it, or what Terraform manages.
///
/// 1. Look at the org, and write a manifest of it in memory.
/// 2. Read that as every command will, and find what the state is to remember.
/// 3. Write the files, and the state last: what goes wrong before leaves nothing behind.
struct OrgAdoption {
    /// What is run, for whoever finds the state locked.
    let command: String
    let files: NewFiles
    let orgName: String
    /// nil for what the environment says.
    let orgURL: String?
    let installation: Installation

    /// What came of it.
    struct Outcome<Survey: ManifestSurvey> {
        let survey: Survey
        let drafted: DraftedManifest
        let adopted: AdoptReport
        /// The org's.
        let url: String
    }

    /// - Parameters:
    ///   - look: the look at the org; what speaks against going on is thrown.
    ///   - check: what speaks against the state as it is, thrown as well.
    func run<Survey: ManifestSurvey>(
        _ look: (any OrgReader, String) async throws -> Survey,
        check: (OrgState) throws -> Void = { _ in }
    ) async throws -> Outcome<Survey> {
        let console = files.console
        let environment = installation.host.environment
        guard Address.isKey(orgName) else {
            throw Failure(
                .wrongUsage, .invalidOrgName,
                ["\(orgName) is no name for an org: names are letters, digits, _ and -."])
        }
        try ensureOrgIsKnown(environment)
        let connection = try await installation.connect(
            to: OrgDeclaration(name: orgName, url: orgURL, authentication: nil), access: .read)

        let survey = try await look(connection.client, connection.url)
        let drafted = survey.manifest(
            orgName: orgName, orgURL: connection.url,
            tokenVariable: ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN"].first {
                environment[$0]?.isEmpty == false
            })
        let manifest = try NewManifest(drafted.text, at: files.manifest, orgName: orgName)
        let backend = try await installation.backend(manifest.state, org: manifest.org.name)
        return try await installation.locked(backend, command: command) {
            let state = try await installation.state(in: backend, orgURL: connection.url)
            try check(state)
            let report = try await asking { () async throws(OrgError) in
                try await survey.adopt(
                    drafted.written, declarations: manifest.declarations,
                    snapshot: state.snapshot, knowledge: installation.knowledge)
            }
            if report.problems.hasErrors { throw Failure(report.problems, sources: [:]) }
            try files.write(drafted.text)
            try await record(report, in: state)
            console.printLine("\(backend.place) written")
            console.print("\n")
            return Outcome(
                survey: survey, drafted: drafted, adopted: report, url: connection.url)
        }
    }

    /// There is no manifest that could name the org or its token.
    private func ensureOrgIsKnown(_ environment: [String: String]) throws {
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        guard orgURL != nil || ["OKTA_CLIENT_ORGURL", "OKTA_ORG_NAME"].contains(where: isSet)
        else {
            throw Failure(
                .error, .orgUrlMissing,
                [
                    "Name it with --org-url, such as --org-url https://acme.okta.com, or set "
                        + "OKTA_CLIENT_ORGURL."
                ])
        }
        let tokens = ["OKTA_CLIENT_TOKEN", "OKTA_API_TOKEN", "OKTA_API_CLIENT_ID"]
        guard tokens.contains(where: isSet) else {
            throw Failure(
                .error, .credentialsMissing,
                [
                    "Set OKTA_API_TOKEN to an API token of the org, or OKTA_API_CLIENT_ID and "
                        + "OKTA_API_PRIVATE_KEY of a service app."
                ])
        }
    }

    private func record(_ report: AdoptReport, in state: OrgState) async throws {
        do throws(StateBackendError) {
            try await state.store().commit(report.edits)
        } catch {
            files.console.say(
                "The manifest is written, but nothing is adopted. Run: tenterhook adopt\n")
            throw ApplicationError.state(error)
        }
    }
}

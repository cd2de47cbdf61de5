import Application
import ArgumentParser
import Manifests
import Ports
import Reconciling
import Rendering

struct InitCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a first tenterhook.yaml.",
        discussion: """
            Writes a commented manifest, its JSON Schema for editors, and a .gitignore. What is \
            there already is left alone.

            With --adopt, the manifest says what the org holds now, and the state holds it, so \
            that the next plan is empty. The org is only read, signed in to as Okta's own tools \
            are: by OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN or OKTA_API_TOKEN.

              tenterhook init
              tenterhook init --org-url https://acme.okta.com
              tenterhook init --adopt --org-url https://acme.okta.com
            """)

    @Option(help: ArgumentHelp("The org's URL.", valueName: "url"))
    var orgURL: String?

    @Flag(help: "Write what the org holds, and adopt it into the state.")
    var adopt = false

    @OptionGroup(title: "Options for --adopt") var connection: ConnectionOptions
    @OptionGroup(title: "Options for --adopt") var lockOptions: LockOptions
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let url = try orgURL.map { try Installation.checkedURL($0) }
        let console = options.console
        let manifest = options.manifestPath
        let files = NewFiles(manifest: manifest, console: console)
        try files.ensureThereIsNoManifest()
        if adopt {
            try await adoptAll(files, url: url)
            return
        }
        try files.write(starterManifest(orgURL: url ?? "https://example.okta.com"))
        console.print("\n")
        console.printLine("Edit \(manifest), then:")
        for command in ["tenterhook validate", "tenterhook plan"] {
            console.printLine("    " + console.carried.completed(command))
        }
    }

    private func adoptAll(_ files: NewFiles, url: String?) async throws {
        let outcome = try await OrgAdoption(
            command: "init --adopt", files: files, orgName: options.org ?? "main", orgURL: url,
            installation: try RunSetup(options, connection, lock: lockOptions).installation
        ).run { org, _ in
            try await asking { () async throws(OrgError) in try await OrgSurvey(of: org) }
        }
        let drafted = outcome.drafted
        let warnings = drafted.leftOut.map(\.warning) + drafted.warnings
        if !warnings.isEmpty {
            files.console.show(Failure(.done, .diagnostics(warnings, sources: [:])))
        }
        files.console.print(
            renderTakeover(
                of: outcome.url, addresses: drafted.written.map(\.address),
                secrets: drafted.secrets.map {
                    SecretToSet(variable: $0.variable, purpose: $0.purpose)
                }, style: files.console.output))
    }
}

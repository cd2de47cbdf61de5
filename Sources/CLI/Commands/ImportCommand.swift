import Application
import ArgumentParser
import Rendering
import Vocabulary

struct ImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over one object of the org, by its id, or what Terraform manages.",
        discussion: """
            The object is put into the state under an address that the manifest declares; the org \
            is not written to. The next plan shows where the two differ.

            With --from-terraform, a first manifest is written of what Terraform manages, as the \
            org has it now, and the state holds it, so that the next plan is empty. Neither the \
            org nor Terraform's state is written to, and no secret is copied. Signed in is as \
            Okta's own tools do: by OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN or OKTA_API_TOKEN.

              tenterhook import event_hook.leavers who8tsqyrhCdmetzx135
              tenterhook import --from-terraform terraform.tfstate
            """)
    static let asksOrg = true

    @Argument(help: "The address, as the manifest declares it.")
    var address: Address?
    @Argument(help: "The object's id in the org.")
    var id: String?

    @OptionGroup(title: "Options of import") var importOptions: ImportOptions
    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
    @OptionGroup(title: "Global options") var options: GlobalOptions

    struct ImportOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Take over the hooks of a Terraform state, and write a manifest of them.",
                valueName: "tfstate"))
        var fromTerraform: String?

        @Option(
            name: .customLong("org-url"),
            help: ArgumentHelp("The org's URL, for --from-terraform.", valueName: "url"))
        var orgURL: String?
    }

    func validate() throws {
        if importOptions.fromTerraform != nil {
            guard address == nil else {
                throw ValidationError("--from-terraform finds the addresses and ids itself.")
            }
            return
        }
        guard address != nil, id != nil else {
            throw ValidationError("import takes an address and an id, or --from-terraform.")
        }
        guard importOptions.orgURL == nil else {
            throw ValidationError("The manifest has the org's URL; leave --org-url out.")
        }
    }

    func run() async throws {
        if let source = importOptions.fromTerraform {
            let files = NewFiles(manifest: options.manifestPath, console: options.console)
            try await TerraformAdoption(
                source: source,
                adoption: OrgAdoption(
                    command: "import --from-terraform", files: files,
                    orgName: options.org ?? "main",
                    orgURL: try importOptions.orgURL.map { try Installation.checkedURL($0) },
                    installation: try RunSetup(options, connection, lock: lockOptions)
                        .installation)
            ).run()
        } else if let address, let id {
            let setup = try RunSetup(options, connection, lock: lockOptions)
            let report = try await setup.installation.session().adopt(address, id: id)
            let console = options.console
            console.print(AdoptionView(report).text(console.output))
        }
    }
}

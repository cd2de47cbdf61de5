import ArgumentParser
import JSON
import Manifests

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a first tenterhook.yaml.",
        discussion: """
            Writes a commented manifest, its JSON Schema for editors, and a .gitignore. What is \
            there already is left alone.

              tenterhook init
              tenterhook init --org-url https://acme.okta.com
            """)

    @Option(help: ArgumentHelp("The org's URL.", valueName: "url"))
    var orgURL = "https://example.okta.com"

    @OptionGroup(title: "Global options") var options: GlobalOptions

    static let schemaFile = "tenterhook.schema.json"

    func run() throws {
        let url = try OrgConnection.checked(orgURL)
        let console = options.console
        let manifest = Workspace.root(options)
        guard !DiskFiles.exists(manifest) else {
            throw Failure(
                .error, "There is a manifest already",
                ["\(manifest) is left as it is. Check it with:"],
                commands: ["tenterhook validate"])
        }
        try write(starterManifest(orgURL: url), to: manifest, console)
        try write(
            manifestSchema().text(.pretty) + "\n", to: Self.schemaFile, console)
        try write("*.plan.json\nplan.json\n", to: ".gitignore", console)
        console.print(
            """

            Edit \(manifest), then:
                \(console.carried.completed("tenterhook validate"))
                \(console.carried.completed("tenterhook plan"))

            """)
    }

    private func write(_ text: String, to path: String, _ console: Console) throws {
        if DiskFiles.exists(path) {
            console.print("\(path) is there already, left as it is\n")
            return
        }
        do throws(FileProblem) {
            try DiskFiles.write(Array(text.utf8), to: path, .new, mode: 0o644)
        } catch {
            throw Failure(.error, "A file cannot be written", ["\(path): \(error.words)."])
        }
        console.print("\(path) written\n")
    }
}

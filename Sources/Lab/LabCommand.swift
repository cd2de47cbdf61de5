import ArgumentParser

/// The lab's command line.
@main
struct LabCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenterhook-lab",
        abstract: "An Okta org and a hook endpoint on this machine, for trying things out.",
        discussion: "Both listen on 127.0.0.1 alone, and end at once on SIGINT or SIGTERM.",
        subcommands: [OrgCommand.self, EndpointCommand.self])
}

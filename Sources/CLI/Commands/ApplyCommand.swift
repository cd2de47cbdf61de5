import Application
import ArgumentParser
import Planning
import Vocabulary

struct ApplyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Bring the org to what the manifest says.",
        discussion: """
            Plans, shows, asks, and applies; or applies a saved plan exactly, and refuses it when \
            anything that it was made from has moved. Every write is announced in the state before \
            it is sent, so that after a crash one more apply goes on where it ended.

              tenterhook apply
              tenterhook apply --yes            do not ask
              tenterhook apply plan.json        a plan that `plan --out` saved

            What takes away an inline hook without which people cannot sign in or register asks \
            for its address to be typed, or for --allow-blocking.

            Ctrl-C finishes what is under way and stops; a second one stops at once.
            """)
    static let asksOrg = true

    @Argument(help: ArgumentHelp("A saved plan.", valueName: "file"))
    var plan: String?

    @OptionGroup(title: "Options of apply") var answers: Answers
    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options of apply") var tests: TestOptions
    @OptionGroup(title: "Options of apply") var use: UseOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func validate() throws {
        if plan != nil, !orgOptions.targets.isEmpty {
            throw ValidationError("A saved plan has its targets already; leave --target out.")
        }
    }

    func run() async throws {
        let saved = try plan.map { try SavedPlan.read($0) }
        if let saved, let org = options.org, org != saved.orgName {
            throw Failure(
                .stalePlan, .planOfAnotherOrg,
                ["It was made for `\(saved.orgName)`, and --org says `\(org)`."])
        }
        let order = PlanOrder(
            targets: orgOptions.targets, whereUsed: use.whereUsed, force: use.force, saved: saved)
        try await ApplyDialog(
            options: options, orgOptions: orgOptions, lockOptions: lockOptions, answers: answers,
            use: use, file: plan, command: "apply"
        ).run(order, passingTests: saved == nil && !tests.noTests)
    }
}

/// Answers given ahead to what apply and destroy would ask.
struct Answers: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Do not ask before applying.")
    var yes = false

    @Flag(help: "Do it even if people cannot sign in or register meanwhile.")
    var allowBlocking = false
}

/// Whether it is asked what uses the objects, and heeded.
struct UseOptions: ParsableArguments {
    @Flag(help: "Ask what refers to inline hooks; more requests, and more scopes.")
    var whereUsed = false

    @Flag(help: "Delete what is in use all the same.")
    var force = false

    func validate() throws {
        if force, !whereUsed {
            throw ValidationError("--force is an answer to --where-used; give both.")
        }
    }
}

struct DestroyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Delete everything that is managed.",
        discussion: """
            Deactivates and deletes the hooks that the state knows, and no others. The guards of \
            the manifest hold: prevent_destroy and policy.max_deletes.

              tenterhook destroy
              tenterhook destroy --target event_hook.leavers --yes
            """)
    static let asksOrg = true

    @OptionGroup(title: "Options of destroy") var answers: Answers
    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options of destroy") var use: UseOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let order = PlanOrder(
            mode: .destroy, targets: orgOptions.targets, whereUsed: use.whereUsed,
            force: use.force)
        try await ApplyDialog(
            options: options, orgOptions: orgOptions, lockOptions: lockOptions, answers: answers,
            use: use, file: nil, command: "destroy"
        ).run(order, passingTests: false)
    }
}

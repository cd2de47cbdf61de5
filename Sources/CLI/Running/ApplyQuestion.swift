import Catalog
import Kinds
import Planning
import Reconciling
import Rendering
import Vocabulary

/// What has to be answered before a plan is carried out: whether it is meant, and whether it is
/// meant although people will be stopped by it.
struct ApplyQuestion {
    let plan: Plan
    let answers: Answers
    let use: UseOptions
    /// The command that asks: `apply`, `destroy`.
    let command: String
    /// The saved plan's file. Who names one has read it, and is not asked whether it is meant.
    let file: String?

    /// Returns when the plan may be carried out.
    func ask(_ console: Console) throws {
        if plan.isEmpty { return }
        let stopping = answers.allowBlocking ? [] : plan.stoppingChanges
        if !stopping.isEmpty {
            // The typed answer says more than a `yes`, and stands for it.
            try askToStopPeople(stopping, console)
        } else if !answers.yes, file == nil {
            try askForYes(console)
        }
    }

    private func askForYes(_ console: Console) throws {
        guard console.canAsk else {
            throw Failure(
                .wrongUsage, .confirmationRequired,
                [
                    "There is no terminal, or --no-input is given. Say --yes to \(command) "
                        + "without being asked, or apply a saved plan."
                ])
        }
        let answer = console.ask("\(what)? Only `yes` is taken as a yes: ")
        guard answer == "yes" else { throw nothingDone(answer, wanted: "yes") }
    }

    /// Why an answer is none that was asked for.
    private func nothingDone(_ answer: String?, wanted: String) -> Failure {
        let given = answer.map { $0.isEmpty ? "empty" : "`\($0)`" }
        return Failure(
            .error, .notConfirmed,
            [given.map { "The answer was \($0), not `\(wanted)`." } ?? "There was no answer."])
    }

    /// Asks for a word that nobody types by habit: the one hook's address, or the org's name.
    private func askToStopPeople(_ changes: [Change], _ console: Console) throws {
        let effects = changes.map(effect)
        guard console.canAsk, !answers.yes else {
            throw Failure(
                .refusedByGuard, .blockingChange,
                effects + ["Nothing was done. If that is meant, say so:"], commands: [wayOn])
        }
        for effect in effects { console.saySentence(effect) }
        let word = changes.count == 1 ? changes[0].address.description : plan.orgName
        let answer = console.ask("\(what)? Type \(word) to go on: ")
        guard answer == word else { throw nothingDone(answer, wanted: word) }
    }

    private func effect(of change: Change) -> String {
        let outage = KindRegistry.kind(of: change.address)?.outage(of: change.before)
        return "Where `\(change.address)` is in use, \(outage?.effect ?? "people are stopped") "
            + "while it is gone."
    }

    private var what: String {
        let count = plan.changes.count
        let all = count > 1 ? "all \(count)" : "this"
        let what =
            plan.mode == .destroy
            ? "Delete \(all) from" : "Make \(count > 1 ? "all \(count) changes" : "this change") to"
        return "\(what) \(plan.orgName) (\(plan.orgURL))"
    }

    /// The same command with the one word more; nothing else that was said or not said changes.
    private var wayOn: String {
        let what =
            file.map { [shellWord($0)] }
            ?? plan.targets.flatMap { ["--target", shellWord($0.description)] }
        let flags = [
            ("--where-used", use.whereUsed), ("--force", use.force), ("--yes", answers.yes),
            ("--allow-blocking", true),
        ].filter(\.1).map(\.0)
        return (["tenterhook", command] + what + flags).joined(separator: " ")
    }
}

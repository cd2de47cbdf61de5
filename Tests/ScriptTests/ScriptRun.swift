import Foundation

/// Runs one script in a folder of its own, with an org and endpoints of its own.
///
/// The first commands are `lab` and `endpoint`; the files are written once those have URLs, with
/// `$ORG`, `$ENDPOINT` and the like in them replaced.
///
///     lab [NAME] [FLAG…]              an org at $ORG or $NAME, its port the kernel's choice
///     endpoint [NAME] [FLAG…]         an endpoint at $ENDPOINT or $NAME
///     env NAME=VALUE…                 sets variables; `unset NAME…` takes them away
///     exec PROGRAM [ARGUMENT…]        runs a program
///     expect PATTERN ANSWER           what the next `pty` waits for, and types then
///     pty PROGRAM [ARGUMENT…]         runs a program on a terminal; all it shows is its stdout
///     stdout PATTERN, stderr PATTERN  the last output matches
///     cmp stdout|stderr|FILE SECTION  the text, normalised, is the section's
///     json stdout|FILE PATH VALUE     the value at a path, as JSON on one line, or `absent`
///     set NAME stdout|FILE PATH       a variable from a JSON document
///     curl [NAME] METHOD PATH [BODY]  asks $ORG or $NAME; the answer's body is the stdout
///     grep PATTERN FILE · exists FILE… · mode FILE MODE
///     cp FROM TO · replace FILE OLD NEW · mkdir FOLDER · rm FILE…
final class ScriptRun {
    let script: Script
    var variables: [String: String]
    var output = ""
    var errors = ""
    /// What is to be awaited and answered on the next terminal.
    var answers: [(pattern: String, answer: String)] = []
    var servers: [String: LabServer] = [:]
    /// The files that the script itself wrote with a secret in them.
    var secretFiles: Set<String> = []
    /// The sections as they came out, where goldens are to be rewritten.
    var rewritten: Txtar
    let folder: String
    let logs: String
    private let temporary: TemporaryFolder
    private var isWritten = false
    private var transcript: [String] = []

    static let updatesGoldens = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    init(_ script: Script) throws {
        self.script = script
        rewritten = script.archive
        temporary = try TemporaryFolder()
        folder = try temporary.folder("work")
        logs = try temporary.folder("logs")
        variables = [
            "PATH": "/usr/bin:/bin", "HOME": try temporary.folder("home"), "USER": "tester",
            "TERM": "xterm", "OKTA_API_TOKEN": Sentinel.token,
            "PAYROLL_SECRET": "\(Sentinel.text)-payroll", "SENTINEL": Sentinel.text,
        ]
    }

    func run() throws {
        for line in script.lines {
            do {
                let words = try line.words.map { try $0.expanded(variables) }
                if words[0] != "lab", words[0] != "endpoint", words[0] != "env" {
                    try writeFiles()
                }
                transcript.append("> \(line.source)")
                try take(words, line.expectation)
            } catch {
                throw Trouble(
                    """
                    \(script.name).txtar:\(line.number): \(line.source)
                    \(error)

                    --- transcript
                    \(transcript.joined(separator: "\n"))
                    """)
            }
        }
        let leaks = try Sentinel.leaks(below: folder, except: secretFiles)
        guard leaks.isEmpty else { throw Trouble("\(script.name): a secret is in \(leaks)") }
        if rewritten.text != script.archive.text {
            try rewritten.text.write(to: script.path, atomically: true, encoding: .utf8)
            throw Trouble("\(script.name): the expected outputs were rewritten; read the diff")
        }
    }

    /// The last output, under the names that scripts have for it.
    func text(of name: String) throws -> String {
        switch name {
        case "stdout": return output
        case "stderr": return errors
        default:
            do {
                return try String(contentsOfFile: path(name), encoding: .utf8)
            } catch {
                throw Trouble("\(name) cannot be read")
            }
        }
    }

    func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(folder)/\(name)" }

    /// Takes the output of a program, and makes sure that no secret is in it.
    func take(output: String, errors: String) throws {
        self.output = output
        self.errors = errors
        if !output.isEmpty { transcript.append(output) }
        if !errors.isEmpty { transcript.append("[stderr]\n\(errors)") }
        guard !Sentinel.isIn(output), !Sentinel.isIn(errors) else {
            throw Trouble("the output holds a secret")
        }
    }

    private func writeFiles() throws {
        guard !isWritten else { return }
        isWritten = true
        for section in script.archive.sections {
            var text = section.text
            for (name, server) in servers {
                text = text.replacingOccurrences(of: "$\(name)", with: server.url)
            }
            text = text.replacingOccurrences(of: "$SENTINEL", with: Sentinel.text)
            let url = URL(fileURLWithPath: path(section.name))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: false, encoding: .utf8)
            if Sentinel.isIn(text) { secretFiles.insert(section.name) }
        }
    }

    private func take(_ words: [String], _ expectation: Script.Line.Expectation) throws {
        let arguments = Array(words.dropFirst())
        guard let command = ScriptCommand.all[words[0]] else {
            throw Trouble("there is no command \(words[0])")
        }
        switch command {
        case .program(let run):
            let end = try run(self, arguments)
            switch expectation {
            case .success where end != .exit(0), .failure where end == .exit(0):
                throw Trouble("ended with \(end)")
            case .exit(let code) where end != .exit(code):
                throw Trouble("ended with \(end), not \(code)")
            case .success, .failure, .exit: return
            }
        case .check(let holds):
            let problem = try holds(self, arguments)
            switch (expectation, problem) {
            case (.success, nil), (.failure, _?): return
            case (.success, let problem?): throw Trouble(problem)
            case (.failure, nil): throw Trouble("holds, and should not")
            case (.exit, _): throw Trouble("\(words[0]) has no exit code")
            }
        case .action(let act):
            guard expectation == .success else { throw Trouble("\(words[0]) takes no !") }
            try act(self, arguments)
        }
    }
}

import Foundation

/// The commands of scripts, by name.
enum ScriptCommand {
    case program((ScriptRun, [String]) throws -> ChildProcess.End)
    /// Says what is wrong; nil when it holds.
    case check((ScriptRun, [String]) throws -> String?)
    case action((ScriptRun, [String]) throws -> Void)

    static var all: [String: ScriptCommand] {
        programs.merging(checks) { $1 }.merging(actions) { $1 }
    }

    private static var programs: [String: ScriptCommand] {
        [
            "exec": .program { run, words in
                let (output, errors) = ("\(run.logs)/stdout", "\(run.logs)/stderr")
                let flags = O_WRONLY | O_CREAT | O_TRUNC
                let child = try ChildProcess(
                    try command(words), in: run.folder, environment: run.variables,
                    output: .file(output, flags: flags), errors: .file(errors, flags: flags))
                let end = try child.wait()
                try run.take(output: try run.text(of: output), errors: try run.text(of: errors))
                return end
            },
            "pty": .program { run, words in
                let terminal = try Terminal()
                let child = try ChildProcess(
                    try command(words), in: run.folder, environment: run.variables,
                    input: .file(terminal.path, flags: O_RDWR), output: .descriptor(0),
                    errors: .descriptor(0), leadsSession: true)
                var answers = run.answers
                run.answers = []
                var end: ChildProcess.End?
                do {
                    try waitUntil("the program on the terminal ends", atMost: 300) {
                        end = child.poll()
                        terminal.read()
                        if let next = answers.first, try matches(next.pattern, terminal.text) {
                            terminal.type(next.answer)
                            answers.removeFirst()
                        }
                        return end != nil
                    }
                } catch {
                    throw Trouble("\(error)\n\(terminal.text)")
                }
                try run.take(output: terminal.text, errors: "")
                guard answers.isEmpty else { throw Trouble("never saw \(answers[0].pattern)") }
                return end ?? .signal(0)
            },
            "curl": .program { run, words in
                var words = words
                var server = "ORG"
                if run.servers[words[0]] != nil { server = words.removeFirst() }
                guard let url = run.servers[server]?.url, (2...3).contains(words.count) else {
                    throw Trouble("curl takes [NAME] METHOD PATH [BODY]")
                }
                var body = words.count == 3 ? words[2] : nil
                if let file = body, file.hasPrefix("@") {
                    body = try run.text(of: String(file.dropFirst()))
                }
                let answer = try LoopbackHTTP(
                    words[0], url + words[1],
                    headers: ["Authorization": "SSWS \(Sentinel.token)"], body: body)
                // Not the program's output: the lab shows secrets.
                run.output = answer.body
                run.errors = ""
                return .exit((200..<300).contains(answer.status) ? 0 : 1)
            },
        ]
    }

    private static var checks: [String: ScriptCommand] {
        [
            "stdout": .check { run, words in
                try matches(words[0], run.output) ? nil : "stdout does not match:\n\(run.output)"
            },
            "stderr": .check { run, words in
                try matches(words[0], run.errors) ? nil : "stderr does not match:\n\(run.errors)"
            },
            "grep": .check { run, words in
                try matches(words[0], try run.text(of: words[1])) ? nil : "\(words[1]): no match"
            },
            "exists": .check { run, words in
                words.first { !FileManager.default.fileExists(atPath: run.path($0)) }
                    .map { "\($0) is not there" }
            },
            "mode": .check { run, words in
                var status = stat()
                guard stat(run.path(words[0]), &status) == 0 else {
                    return "\(words[0]) is not there"
                }
                let mode = String(status.st_mode & 0o777, radix: 8)
                return mode == words[1] ? nil : "\(words[0]) has the mode \(mode)"
            },
            "json": .check { run, words in
                let found = JSONText.text(of: try JSONText(try run.text(of: words[0]))[words[1]])
                return found == words[2] ? nil : "\(words[1]) is \(found)"
            },
            "cmp": .check { run, words in
                let urls = run.servers.mapValues(\.url)
                let actual = normalised(try run.text(of: words[0]), urls: urls)
                let expected = run.script.archive[words[1]] ?? ""
                let text = actual.isEmpty || actual.hasSuffix("\n") ? actual : actual + "\n"
                if text == expected { return nil }
                if ScriptRun.updatesGoldens {
                    run.rewritten[words[1]] = text
                    return nil
                }
                return "\(words[0]) is not \(words[1]):\n"
                    + lineDiff(expected: expected, actual: text)
            },
        ]
    }

    private static var actions: [String: ScriptCommand] {
        [
            "lab": .action { run, words in
                let server = try start("org", "ORG", run, words)
                if run.variables["ORG"] == server.url {
                    run.variables["OKTA_CLIENT_ORGURL"] = server.url
                }
            },
            "endpoint": .action { run, words in _ = try start("endpoint", "ENDPOINT", run, words) },
            "env": .action { run, words in
                for word in words {
                    let halves = word.split(
                        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    guard halves.count == 2 else { throw Trouble("env takes NAME=VALUE") }
                    run.variables[String(halves[0])] = String(halves[1])
                }
            },
            "unset": .action { run, words in for word in words { run.variables[word] = nil } },
            "expect": .action { run, words in run.answers.append((words[0], words[1])) },
            "set": .action { run, words in
                guard let value = try JSONText(try run.text(of: words[1]))[words[2]] else {
                    throw Trouble("there is no \(words[2])")
                }
                run.variables[words[0]] = value as? String ?? JSONText.text(of: value)
            },
            "cp": .action { run, words in
                if run.secretFiles.contains(words[0]) { run.secretFiles.insert(words[1]) }
                let text = try run.text(of: words[0])
                try text.write(toFile: run.path(words[1]), atomically: false, encoding: .utf8)
            },
            "replace": .action { run, words in
                let text = try run.text(of: words[0])
                guard text.contains(words[1]) else {
                    throw Trouble("\(words[0]) does not hold \(words[1]):\n\(text)")
                }
                try text.replacingOccurrences(of: words[1], with: words[2])
                    .write(toFile: run.path(words[0]), atomically: false, encoding: .utf8)
            },
            "mkdir": .action { run, words in
                try FileManager.default.createDirectory(
                    atPath: run.path(words[0]), withIntermediateDirectories: true)
            },
            "rm": .action { run, words in
                for word in words { try FileManager.default.removeItem(atPath: run.path(word)) }
            },
        ]
    }

    private static func start(
        _ kind: String, _ standard: String, _ run: ScriptRun, _ words: [String]
    ) throws -> LabServer {
        let isNamed = words.first.map { !$0.hasPrefix("-") } ?? false
        let name = isNamed ? words[0] : standard
        let server = try LabServer(kind, Array(words.dropFirst(isNamed ? 1 : 0)), in: run.logs)
        run.servers[name] = server
        run.variables[name] = server.url
        return server
    }

    private static func command(_ words: [String]) throws -> [String] {
        guard words.first == "tenterhook" else { return words }
        return [try Binaries.tenterhook] + words.dropFirst()
    }

    /// Whether a regular expression is found in a text.
    ///
    /// Its `^` and `$` are those of lines, and a blank in it is any run of white space, since long
    /// lines are wrapped.
    private static func matches(_ pattern: String, _ text: String) throws -> Bool {
        let pattern = pattern.replacingOccurrences(of: " ", with: "\\s+")
        let regex = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return regex.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}

import ArgumentParser
import Foundation
import JSON
import Testing

@testable import CLI

/// The options of each command, by its name as a user types it.
typealias OptionTable = [String: Set<String>]

@Suite("Option tables in the docs")
struct OptionTableTests {
    @Test("docs/commands.md lists the options that the parser has, and no others")
    func docsMatchTheParser() throws {
        let parser = try Self.parserTable()
        let docs = try CommandsPage(text: Self.page()).options(of: Set(parser.keys))
        #expect(parser.count == LeafCommand.all.count)
        for (command, options) in parser.sorted(by: { $0.key < $1.key }) {
            let documented = docs[command] ?? []
            #expect(options.subtracting(documented) == [], "\(command): missing from the docs")
            #expect(documented.subtracting(options) == [], "\(command): unknown to the parser")
        }
        #expect(Set(docs.keys).subtracting(parser.keys) == [])
    }

    @Test("a table is for the command of its section, or for the commands that it names")
    func readsTables() {
        let page = CommandsPage(
            text: """
                ## Options of all commands
                | Option | Description |
                |---|---|
                | `-f FILE`, `--file FILE` | a file, not `--other` |

                | Option | Commands | Description |
                |---|---|---|
                | `--limit N` | `plan`, `state list` | |

                ## plan
                Text with `--prose`.

                | Option | Description |
                |---|---|
                | `--format text\\|json` | |

                | other | table |
                |---|---|
                | `--not-an-option` | |
                """)
        #expect(
            page.options(of: ["plan", "state list"]) == [
                "plan": ["-f", "--file", "--limit", "--format"],
                "state list": ["-f", "--file", "--limit"],
            ])
    }

    private static func page() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/commands.md"), encoding: .utf8)
    }

    /// The options by the parser's own description of itself.
    private static func parserTable() throws -> OptionTable {
        let dump = #expect(throws: (any Error).self) {
            try Tenterhook.parseAsRoot(["--experimental-dump-help"])
        }
        let text = Tenterhook.fullMessage(for: try #require(dump))
        let root = try JSONValue(parsing: Array(text.utf8))
        var table: OptionTable = [:]
        read(try #require(root["command"]), path: [], into: &table)
        return table
    }

    private static func read(_ command: JSONValue, path: [String], into table: inout OptionTable) {
        let subcommands = (command["subcommands"]?.array ?? []).filter {
            $0["commandName"]?.string != "help"
        }
        for subcommand in subcommands {
            read(
                subcommand, path: path + [subcommand["commandName"]?.string ?? "?"], into: &table)
        }
        guard subcommands.isEmpty else { return }
        let arguments = (command["arguments"]?.array ?? []).filter {
            $0["kind"]?.string != "positional"
        }
        let names = arguments.flatMap { $0["names"]?.array ?? [] }.compactMap { name in
            name["name"]?.string.map { name["kind"]?.string == "short" ? "-\($0)" : "--\($0)" }
        }
        // Every command of the parser's has these.
        table[path.joined(separator: " ")] = Set(names).subtracting(["-h", "--help", "--version"])
    }
}

/// The tables of options in `docs/commands.md`.
struct CommandsPage {
    let text: String

    /// - Parameter commands: All commands, for the tables that are for each of them.
    func options(of commands: Set<String>) -> OptionTable {
        var table: OptionTable = [:]
        var section = ""
        /// The columns of the table of options that is being read; nil outside of one.
        var header: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
            guard line.hasPrefix("|") else {
                header = nil
                continue
            }
            let cells = Self.cells(of: line)
            guard let columns = header else {
                header = cells
                continue
            }
            guard columns.first == "Option", let first = cells.first else { continue }
            let options = Self.code(in: first).compactMap { $0.split(separator: " ").first }
                .map(String.init).filter { $0.hasPrefix("-") }
            let owners =
                if let place = columns.firstIndex(of: "Commands") {
                    Set(Self.code(in: cells[place]))
                } else if section == "Options of all commands" {
                    commands
                } else {
                    Set([section])
                }
            for owner in owners { table[owner, default: []].formUnion(options) }
        }
        return table
    }

    /// The cells of a row, whose own bars are escaped.
    private static func cells(of line: Substring) -> [String] {
        line.replacing("\\|", with: "/").split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    /// The texts in backticks.
    private static func code(in cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}

import Foundation

/// The targets that `Package.swift` declares, with their dependencies.
///
/// The manifest is read as text: `swift package dump-package` would wait for the running `swift test`.
enum PackageTable {
    /// The dependencies of each Swift target in `Sources`, by target.
    static let targets: [String: Set<String>] = dependencies(
        in: Repository.text(of: "Package.swift"),
        declaredBy: [".target(", ".executableTarget("]
    ).filter { !ImportTable.cTargets.contains($0.key) && !support.contains($0.key) }

    /// Targets below `Tests` that tests share.
    private static let support: Set<String> = ["Fakes", "Seeding", "StateSchema"]

    /// Reads the target declarations that begin with one of the given words.
    static func dependencies(
        in text: String, declaredBy words: [String]
    ) -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        for declaration in declarations(in: text, words) {
            let names = strings(in: declaration)
            guard let name = names.first else { continue }
            let dependencies = declaration.range(of: "dependencies: [").map {
                strings(in: Substring(list(in: declaration[$0.upperBound...])))
            }
            table[name] = Set(dependencies ?? [])
        }
        return table
    }

    /// The text between each declaration's parentheses.
    private static func declarations(in text: String, _ words: [String]) -> [Substring] {
        var found: [Substring] = []
        for word in words {
            var rest = text[...]
            while let begin = rest.range(of: word) {
                rest = rest[begin.upperBound...]
                var depth = 1
                let end = rest.firstIndex { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return depth == 0
                }
                found.append(rest[..<(end ?? rest.endIndex)])
            }
        }
        return found
    }

    /// The list without products of other packages, which are `.product(…)`.
    private static func list(in text: Substring) -> String {
        var depth = 0
        var kept = ""
        for character in text {
            if character == "]", depth == 0 { break }
            if character == "(" { depth += 1 }
            if depth == 0 { kept.append(character) }
            if character == ")" { depth -= 1 }
        }
        return kept
    }

    private static func strings(in text: Substring) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

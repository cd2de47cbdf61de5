/// An include pattern: a path whose segments may contain `*`, `?`, and `[…]`, and in which a `**`
/// segment matches any number of folders, including none.
struct IncludePattern {
    /// Syntax that other tools know and `include` doesn't support.
    enum Unsupported: Hashable {
        case braces, negation, doubleStarInSegment
    }

    /// The most levels of folders that `**` descends.
    static let deepest = 32
    /// The most folders that `**` visits on one level. Links that form a circle reach it.
    static let mostFolders = 10_000

    private let segments: [Substring]

    init(_ text: String) {
        segments = text.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// The first unsupported construct in the pattern.
    var unsupported: Unsupported? {
        if segments.first?.first == "!" { return .negation }
        if segments.contains(where: { $0 != "**" && Self.unescaped($0).contains("**") }) {
            return .doubleStarInSegment
        }
        return segments.contains { Self.unescaped($0).contains("{") } ? .braces : nil
    }

    /// The paths that match, by way of a `glob` that doesn't know `**`.
    func matches(
        _ glob: (String) -> Result<[String], ManifestFileError>
    ) throws(ManifestFileError) -> [String] {
        guard let place = segments.firstIndex(of: "**") else {
            return try glob(segments.joined(separator: "/")).get().sorted()
        }
        let (before, after) = (segments[..<place], segments[(place + 1)...])
        var found: Set<String> = []
        for depth in 0...Self.deepest {
            let folders = before + Array(repeating: "*", count: depth)
            // With nothing after it, `**` matches the files of every folder.
            let rest = after.isEmpty ? ["*"] : after
            let level = Self(segments: Array(folders + rest))
            for path in try level.matches(glob) where !after.isEmpty || !Self.isFolder(path, glob) {
                found.insert(path)
            }
            // A slash at the end matches folders only.
            let next = (folders + ["*", ""]).joined(separator: "/")
            let count = try glob(next).get().count
            if count == 0 { return found.sorted() }
            guard count <= Self.mostFolders, depth < Self.deepest else { break }
        }
        throw .unreadable("`**` matches too many folders, perhaps through a circle of links")
    }

    private init(segments: [Substring]) { self.segments = segments }

    private static func isFolder(
        _ path: String, _ glob: (String) -> Result<[String], ManifestFileError>
    ) -> Bool {
        var literal = ""
        for character in path {
            if "\\*?[".contains(character) { literal.append("\\") }
            literal.append(character)
        }
        guard case .success(let folders) = glob(literal + "/") else { return false }
        return !folders.isEmpty
    }

    /// A segment without its escaped characters.
    private static func unescaped(_ segment: Substring) -> String {
        var isEscaped = false
        return segment.filter { character in
            defer { isEscaped = !isEscaped && character == "\\" }
            return !isEscaped && character != "\\"
        }
    }
}

extension IncludePattern.Unsupported {
    /// How the construct is named in a message, and how to write the pattern without it.
    var detail: String {
        switch self {
        case .braces:
            "`include` doesn't support braces. Write one pattern for each alternative. To match a"
                + " literal brace, escape it with a backslash."
        case .negation:
            "`include` doesn't support exclusion with `!`. List the patterns of the files to include."
        case .doubleStarInSegment:
            "`**` must be a whole path segment, such as \"hooks/**/*.yaml\"."
        }
    }
}

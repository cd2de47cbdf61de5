/// The functions for texts that Okta's documents name, for profiles and policies: `String.len(…)`.
///
/// Of filters they say nothing.
enum TextFunction: String, CaseIterable, Sendable {
    case append, join, len, removeSpaces, replace, replaceFirst, startsWith, stringContains
    case stringSwitch, substring, substringAfter, substringBefore, toLowerCase, toUpperCase

    /// What stands before the dot.
    static let owner = "String"

    /// What is to stand between the parentheses, as it is told.
    var parameters: String {
        switch self {
        case .append: "a text and what is put behind it"
        case .join: "a separator and the texts to join"
        case .len, .removeSpaces, .toLowerCase, .toUpperCase: "one text"
        case .replace, .replaceFirst: "a text, what is looked for and what is put there"
        case .startsWith: "a text and its beginning"
        case .stringContains, .substringAfter, .substringBefore:
            "a text and what is looked for in it"
        case .stringSwitch: "a text, a default, and pairs of what is looked for and the answer"
        case .substring: "a text and two places"
        }
    }

    func takes(_ count: Int) -> Bool {
        switch self {
        case .len, .removeSpaces, .toLowerCase, .toUpperCase: count == 1
        case .append, .startsWith, .stringContains, .substringAfter, .substringBefore: count == 2
        case .replace, .replaceFirst, .substring: count == 3
        case .join: count >= 2
        case .stringSwitch: count >= 4 && count.isMultiple(of: 2)
        }
    }

    /// What the documents leave open, so that it cannot be evaluated here; nil where nothing is.
    var openQuestion: String? {
        switch self {
        case .removeSpaces: "which white space counts as a space"
        case .replaceFirst: "whether what is looked for is a text or a pattern"
        default: nil
        }
    }
}

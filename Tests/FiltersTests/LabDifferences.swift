/// An expression, an event, and two verdicts that are not one.
struct LabDisagreement {
    var expression: String
    var ours: String
    var theirs: String

    /// What the lab's verdict begins with where the expression is no filter to it.
    static let refusal = "no filter: "

    /// The lab does not tell failures apart.
    var isNone: Bool { ours == theirs || (ours.hasPrefix("F:") && theirs == "F") }

    /// Why it is no filter to the lab, though it is one to us.
    var refusal: String? {
        theirs.hasPrefix(Self.refusal) && ours == "an expression"
            ? String(theirs.dropFirst(Self.refusal.count)) : nil
    }

    func names(_ words: String...) -> Bool { words.contains { expression.contains($0) } }
}

/// Where the lab's verdict differs from ours, and why: all of it, in one place.
///
/// One that is never met is reported by the test, so that the list stays true.
struct LabDifference: Sendable {
    var name: String
    var reason: String
    var covers: @Sendable (LabDisagreement) -> Bool

    static let all: [LabDifference] = [
        LabDifference(
            name: "signs",
            reason: "Lists, choices, arithmetic and # are no part of what the lab reads"
        ) { one in
            ["{", "?", "+", "*", "/", "%", "#"].contains {
                one.refusal == "\($0) is not understood"
            }
        },
        LabDifference(
            name: "minus", reason: "To the lab, - is a part of a number and no operator"
        ) { ($0.refusal?.hasSuffix(" was expected") ?? false) && $0.names("-") },
        LabDifference(
            name: "operators",
            reason: "The lab has matches() and no operator of that name, and nothing of between"
        ) {
            ($0.refusal?.hasSuffix(" was expected") ?? false)
                && $0.names("matches", "between", "instanceof")
        },
        LabDifference(
            name: "numbers", reason: "Hexadecimal and scientific numbers, and 7d, are in no filter"
        ) { $0.refusal == "the number is not understood" },
        LabDifference(
            name: "methods",
            reason: "A method that the lab does not have is refused at once, whoever it is asked of"
        ) { $0.refusal?.hasSuffix("() is not understood") ?? false },
        LabDifference(
            name: "patterns",
            reason: "The lab's patterns are ICU's, which know look-around and back references"
        ) { $0.ours == "F:unsupported-pattern" },
        LabDifference(
            name: "lists and fractions as texts",
            reason: "What Java writes for a list or a fraction, the lab takes for no text"
        ) { $0.theirs == "F" && $0.names("startsWith(", "endsWith(", "contains(") },
        LabDifference(
            name: "the whole event",
            reason: "To the lab the event has debugData; to us the name leads to debugContext's"
        ) { $0.ours.contains("debugContext={debugData=") && $0.theirs.contains(",debugData=") },
    ]
}

/// Where the verdict differs from Spring's, and why: all of it, in one place.
///
/// A difference is known by the expression and by what both sides say. One that is never met is
/// reported by the test, so that the list stays true.
struct KnownDifference: Sendable {
    var name: String
    var reason: String
    var covers: @Sendable (Disagreement) -> Bool
}

/// An expression, an event, and two verdicts that are not one.
struct Disagreement {
    var expression: String
    /// Nil where the expression is none.
    var ours: String?
    var theirs: String?
    /// The code of our parse error.
    var refusal: String?

    func isRefused(_ code: String) -> Bool { ours == nil && theirs != nil && refusal == code }
}

extension KnownDifference {
    static let all: [KnownDifference] = [
        KnownDifference(
            name: "nothing",
            reason: "Spring reads an empty expression, or empty parentheses, and fails on it later"
        ) {
            $0.isRefused("filter-empty")
                || ($0.ours == nil && $0.theirs == "T:NullPointerException")
        },
        KnownDifference(
            name: "assignment", reason: "A filter changes nothing: refused when it is read"
        ) { $0.isRefused("filter-single-equals") },
        KnownDifference(
            name: "foreign",
            reason: """
                Types, constructors, beans, functions, variables of one's own, maps, powers, ++ and --: \
                there is nothing of the kind in a filter
                """
        ) { $0.isRefused("filter-unsupported-syntax") },
        KnownDifference(
            name: "functions",
            reason: "String.len() and the like are Okta's own; Spring looks for a field String"
        ) {
            $0.expression.contains("String.")
                && $0.theirs.map { $0.hasPrefix("F:") || $0.hasPrefix("T:") } ?? false
        },
        KnownDifference(
            name: "beans",
            reason:
                "Spring reads a single & as the beginning of a bean's name; we, as half an operator"
        ) { $0.isRefused("filter-incomplete-operator") },
        KnownDifference(
            name: "one side of ?:",
            reason: "Spring takes a missing side of ?: for null; it is a slip"
        ) {
            ($0.isRefused("filter-value-missing") || $0.isRefused("filter-incomplete"))
                && $0.expression.contains("?")
        },
        KnownDifference(
            name: "objects as texts",
            reason: "Spring joins an object's Java text to a text; it depends on Java's classes"
        ) { $0.ours == "F:object-as-text" },
        KnownDifference(
            name: "texts as numbers",
            reason:
                "Spring repeats a text by * and counts a character back by -; no filter means that"
        ) { $0.ours == "F:text-arithmetic" },
        KnownDifference(
            name: "patterns",
            reason: "Look-around, back references and possessive repetition are not understood"
        ) { $0.ours == "F:unsupported-pattern" },
        KnownDifference(
            name: "more methods of maps",
            reason:
                "Spring knows all that Java's maps can do, such as replace; we, what is read only"
        ) {
            ($0.ours ?? "").contains("no-such-method")
                && $0.expression.contains(".replace(")
        },
        KnownDifference(
            name: "half characters",
            reason: "Java cuts a character past U+FFFF in two; what is half shows as U+FFFD"
        ) { ($0.ours?.contains("\\ufffd") ?? false) && ($0.theirs?.contains("\\ud") ?? false) },
        KnownDifference(
            name: "objects as lists",
            reason:
                "Spring walks through an object's members as through a list; no filter means that"
        ) { $0.ours == "F:object-not-list" },
    ]

    /// Failures that Spring tells apart or not, by our kinds.
    static let kinds: [String: Set<String>] = [
        "property-of-null": ["F:PROPERTY_OR_FIELD_NOT_READABLE_ON_NULL"],
        "no-such-property": ["F:PROPERTY_OR_FIELD_NOT_READABLE"],
        "method-of-null": ["F:METHOD_CALL_ON_NULL_OBJECT_NOT_ALLOWED"],
        "no-such-method": ["F:METHOD_NOT_FOUND"],
        "index-of-null": ["F:CANNOT_INDEX_INTO_NULL_VALUE"],
        "not-indexable": ["F:INDEXING_NOT_SUPPORTED_FOR_TYPE"],
        "out-of-bounds": [
            "F:COLLECTION_INDEX_OUT_OF_BOUNDS", "F:STRING_INDEX_OUT_OF_BOUNDS",
            "T:IndexOutOfBoundsException", "T:StringIndexOutOfBoundsException",
        ],
        "not-selectable": ["F:INVALID_TYPE_FOR_SELECTION"],
        "not-projectable": ["F:PROJECTION_NOT_SUPPORTED_ON_TYPE"],
        "selection-not-boolean": ["F:RESULT_OF_SELECTION_CRITERIA_IS_NOT_BOOLEAN"],
        "not-convertible": ["F:TYPE_CONVERSION_ERROR", "F:EXCEPTION_DURING_METHOD_INVOCATION"],
        "not-comparable": ["F:NOT_COMPARABLE"],
        "operator-types": ["F:OPERATOR_NOT_SUPPORTED_BETWEEN_TYPES"],
        "matches-null": ["F:INVALID_FIRST_OPERAND_FOR_MATCHES_OPERATOR"],
        "pattern-not-text": ["F:INVALID_SECOND_OPERAND_FOR_MATCHES_OPERATOR"],
        "bad-pattern": ["F:INVALID_PATTERN", "T:PatternSyntaxException"],
        "between-bounds": ["F:BETWEEN_RIGHT_OPERAND_MUST_BE_TWO_ELEMENT_LIST"],
        "division-by-zero": ["T:ArithmeticException"],
        "null-argument": ["T:NullPointerException", "F:EXCEPTION_DURING_METHOD_INVOCATION"],
    ]
}

/// Why a part of an expression came to no value: it is told, and the event is not delivered.
package struct EvaluationFailure: Error, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case propertyOfNull = "property-of-null"
        case noSuchProperty = "no-such-property"
        case methodOfNull = "method-of-null"
        case noSuchMethod = "no-such-method"
        case indexOfNull = "index-of-null"
        case notIndexable = "not-indexable"
        case outOfBounds = "out-of-bounds"
        case notSelectable = "not-selectable"
        case notProjectable = "not-projectable"
        case objectNotList = "object-not-list"
        case selectionNotBoolean = "selection-not-boolean"
        case notConvertible = "not-convertible"
        case notComparable = "not-comparable"
        case textArithmetic = "text-arithmetic"
        case objectAsText = "object-as-text"
        case operatorTypes = "operator-types"
        case matchesNull = "matches-null"
        case patternNotText = "pattern-not-text"
        case badPattern = "bad-pattern"
        case unsupportedPattern = "unsupported-pattern"
        case betweenBounds = "between-bounds"
        case divisionByZero = "division-by-zero"
        case nullArgument = "null-argument"
        case unknownFunction = "unknown-function"
        case textTooLong = "text-too-long"
        case tooManyElements = "too-many-elements"
    }

    package let kind: Kind
    /// The part that failed, in bytes of the expression.
    package let range: Range<Int>
}

extension EvaluationFailure.Kind {
    /// What happened, as the end of a sentence that begins with the part.
    package var words: String {
        switch self {
        case .propertyOfNull: "asks a field of null"
        case .noSuchProperty: "asks a field of something that has none"
        case .methodOfNull: "calls a method on null"
        case .noSuchMethod: "calls a method that does not exist for such a value"
        case .indexOfNull: "looks into null"
        case .notIndexable: "looks into something that has no elements"
        case .outOfBounds: "looks past the end"
        case .notSelectable: "selects from something that is no list"
        case .notProjectable: "projects something that is no list"
        case .objectNotList: "takes an object for a list"
        case .selectionNotBoolean: "selects by something that is neither true nor false"
        case .notConvertible: "is neither true nor false, and cannot be taken for it"
        case .notComparable: "compares what cannot be compared"
        case .textArithmetic: "calculates with a text"
        case .objectAsText: "takes an object for a text"
        case .operatorTypes: "calculates with what is no number"
        case .matchesNull: "matches null against a pattern"
        case .patternNotText: "matches against something that is no text"
        case .badPattern: "matches against a broken pattern"
        case .unsupportedPattern: "matches against a pattern that is not understood here"
        case .betweenBounds: "asks between something that is no list of two"
        case .divisionByZero: "divides by zero"
        case .nullArgument: "gives null where a value is needed"
        case .unknownFunction: "calls a function that cannot be evaluated here"
        case .textTooLong: "makes more text than fits into memory here"
        case .tooManyElements: "looks at more elements than can be waited for here"
        }
    }
}

/// The methods that texts, lists and objects have.
enum Method: String, CaseIterable, Sendable {
    case size, isEmpty, contains, equals
    case equalsIgnoreCase, startsWith, endsWith, matches
    case toLowerCase, toUpperCase, trim, length, concat
    case substring, indexOf, replace
    case get, containsKey
}

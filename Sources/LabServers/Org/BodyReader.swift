/// Reads the members of a request body and gathers what is wrong with them, in Okta's manner.
///
/// A value of the wrong JSON type ends the reading at once with "not well-formed"; all else is
/// gathered, so that one answer names every cause.
struct BodyReader {
    private(set) var causes: [String] = []
    private let body: LabJSON

    init(_ body: LabJSON) throws(OktaError) {
        guard body.members != nil else { throw .notWellFormed }
        self.body = body
    }

    mutating func refuse(_ cause: String) {
        causes.append(cause)
    }

    /// The value at a dotted path; `nil` where it is absent or null.
    func value(_ path: String) -> LabJSON? {
        var value: LabJSON? = body
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value.flatMap { $0.isNull ? nil : $0 }
    }

    func optionalText(_ path: String) throws(OktaError) -> String? {
        guard let value = value(path) else { return nil }
        guard let text = value.text else { throw .notWellFormed }
        return text
    }

    /// The text; an empty one, and a cause, where there is none.
    mutating func requiredText(_ path: String) throws(OktaError) -> String {
        let text = try optionalText(path) ?? ""
        if text.allSatisfy(\.isWhitespace) { refuse("\(path): The field cannot be left blank") }
        return text
    }

    /// A word that must be one of a few; another one is not well-formed, as far as is known.
    mutating func requiredWord(_ path: String, of words: [String]) throws(OktaError) {
        let word = try requiredText(path)
        if !word.isEmpty, !words.contains(word) { throw .notWellFormed }
    }

    /// The elements; none where the array is absent or null.
    func list(_ path: String) throws(OktaError) -> [LabJSON] {
        guard let value = value(path) else { return [] }
        guard let items = value.items else { throw .notWellFormed }
        return items
    }
}

import JSON
import Vocabulary

/// Reads the members of one object in a plan file, each by the type that it must have.
struct PlanReader {
    let json: JSONValue
    /// Where the object stands in the document, for errors.
    let place: String

    func text(_ key: String) throws(PlanReadingError) -> String {
        guard let text = json[key]?.string else { throw wrong(key, "a string") }
        return text
    }

    func optionalText(_ key: String) throws(PlanReadingError) -> String? {
        json[key]?.isNull == true ? nil : try text(key)
    }

    func integer(_ key: String) throws(PlanReadingError) -> Int {
        guard let integer = json[key]?.int else { throw wrong(key, "a whole number") }
        return integer
    }

    func flag(_ key: String) throws(PlanReadingError) -> Bool {
        guard let flag = json[key]?.bool else { throw wrong(key, "true or false") }
        return flag
    }

    func optionalFlag(_ key: String) throws(PlanReadingError) -> Bool? {
        json[key]?.isNull == true ? nil : try flag(key)
    }

    /// One of an enumeration's words.
    func word<Word: RawRepresentable<String>>(_ key: String) throws(PlanReadingError) -> Word {
        guard let word = Word(rawValue: try text(key)) else { throw wrong(key, "a known word") }
        return word
    }

    func optionalWord<Word: RawRepresentable<String>>(_ key: String)
        throws(PlanReadingError) -> Word?
    {
        if json[key]?.isNull == true { return nil }
        let word: Word = try self.word(key)
        return word
    }

    func address(_ key: String) throws(PlanReadingError) -> Address {
        guard let address = Address(try text(key)) else { throw wrong(key, "an address") }
        return address
    }

    func attributes(_ key: String) throws(PlanReadingError) -> Attributes {
        guard let value = json[key], let attributes = Attributes(json: value) else {
            throw wrong(key, "attributes")
        }
        return attributes
    }

    func addresses(_ key: String) throws(PlanReadingError) -> [Address] {
        try texts(key).map { (text) throws(PlanReadingError) in
            guard let address = Address(text) else { throw wrong(key, "addresses") }
            return address
        }
    }

    func paths(_ key: String) throws(PlanReadingError) -> [AttributePath] {
        try texts(key).map { (text) throws(PlanReadingError) in
            guard let path = AttributePath(parsing: text) else { throw wrong(key, "paths") }
            return path
        }
    }

    func member(_ key: String) throws(PlanReadingError) -> PlanReader {
        guard let value = json[key], value.object != nil else { throw wrong(key, "an object") }
        return PlanReader(json: value, place: "\(place).\(key)")
    }

    func list<Item>(
        _ key: String, _ read: (PlanReader) throws(PlanReadingError) -> Item
    ) throws(PlanReadingError) -> [Item] {
        guard let items = json[key]?.array else { throw wrong(key, "an array") }
        var result: [Item] = []
        for (index, item) in items.enumerated() {
            result.append(try read(PlanReader(json: item, place: "\(place).\(key)[\(index)]")))
        }
        return result
    }

    private func texts(_ key: String) throws(PlanReadingError) -> [String] {
        guard let items = json[key]?.array else { throw wrong(key, "an array") }
        let texts = items.compactMap(\.string)
        guard texts.count == items.count else { throw wrong(key, "an array of strings") }
        return texts
    }

    private func wrong(_ key: String, _ expected: String) -> PlanReadingError {
        PlanReadingError(detail: "\(place).\(key): expected \(expected)")
    }
}

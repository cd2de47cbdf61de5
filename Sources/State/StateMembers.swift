import JSON
import Vocabulary

/// One object of a state file, read member by member; every complaint names the place, never a
/// value: what stands in a foreign file may be a secret.
struct StateMembers {
    private let path: String
    private let object: JSONObject

    init(_ value: JSONValue, at path: String) throws(StateFileError) {
        guard let object = value.object else {
            throw .damaged("\(path.isEmpty ? "line 1, column 1" : path): expected an object")
        }
        self.path = path
        self.object = object
    }

    /// Every member, in the file's order.
    var all: [(key: String, value: JSONValue)] { object.members }

    func has(_ key: String) -> Bool { object[key] != nil }

    /// Where a member stands: `resources.event_hook.x.id`. Keys that are no plain names are quoted
    /// as JSON is, so that none reaches a terminal with control characters in it.
    func place(of key: String) -> String {
        let isPlain =
            !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
        let name = isPlain ? key : JSONValue.string(key).text()
        return path.isEmpty ? name : "\(path).\(name)"
    }

    func damaged(_ key: String, _ complaint: String) -> StateFileError {
        .damaged("\(place(of: key)): \(complaint)")
    }

    /// Refuses members that are not among those named.
    func allowOnly(
        _ keys: Set<String>, _ complaint: String = "unknown member"
    ) throws(StateFileError) {
        for key in object.keys where !keys.contains(key) { throw damaged(key, complaint) }
    }

    func member(_ key: String) throws(StateFileError) -> JSONValue {
        guard let value = object[key] else { throw damaged(key, "missing") }
        return value
    }

    func text(_ key: String) throws(StateFileError) -> String {
        guard let text = try member(key).string else { throw damaged(key, "expected a string") }
        return text
    }

    func optionalText(_ key: String) throws(StateFileError) -> String? {
        has(key) ? try text(key) : nil
    }

    func filledText(_ key: String) throws(StateFileError) -> String {
        let text = try text(key)
        guard !text.isEmpty else { throw damaged(key, "expected a string that is not empty") }
        return text
    }

    func optionalTruth(_ key: String) throws(StateFileError) -> Bool? {
        guard has(key) else { return nil }
        guard let truth = try member(key).bool else { throw damaged(key, "expected true or false") }
        return truth
    }

    /// A whole number that is not negative.
    func count(_ key: String) throws(StateFileError) -> Int {
        guard let count = try member(key).int, count >= 0 else {
            throw damaged(key, "expected a whole number that is not negative")
        }
        return count
    }

    /// What `Attributes.json` writes. Two spellings of one path would be one entry lost.
    func attributes(_ key: String) throws(StateFileError) -> Attributes {
        let entries = try StateMembers(try member(key), at: place(of: key))
        var attributes = Attributes()
        for (key, json) in entries.all {
            guard let path = AttributePath(parsing: key) else {
                throw entries.damaged(key, "expected the path of an attribute")
            }
            guard let value = AttributeValue(json: json), json.object?.count ?? 1 == 1 else {
                throw entries.damaged(
                    key, "expected a string, a list of strings, a fingerprint or unknown")
            }
            guard attributes.insert(value, at: path) else {
                throw entries.damaged(key, "the same path stands here twice")
            }
        }
        return attributes
    }
}

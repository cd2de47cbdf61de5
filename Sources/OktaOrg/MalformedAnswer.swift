import HTTPTransport
import JSON
import Kinds

/// Why an answer that says "done" cannot be read as what was asked for.
struct MalformedAnswer: Error, Hashable {
    let detail: String
}

extension HTTPResponse {
    /// The body as JSON.
    func json() throws(MalformedAnswer) -> JSONValue {
        do {
            return try JSONValue(parsing: body)
        } catch {
            throw MalformedAnswer(
                detail: "The answer (\(status)) is not JSON: is the org's URL right?")
        }
    }

    /// The body as one object of a kind: the one named, if one is.
    func object(of kind: ResourceKind, id: String? = nil) throws(MalformedAnswer) -> LiveObject {
        let object = try kind.object(from: try json())
        guard id == nil || object.id == id else {
            throw MalformedAnswer(detail: "The answer is another \(kind.noun) than was asked for.")
        }
        return object
    }

    /// The body as a list of something.
    func items() throws(MalformedAnswer) -> [JSONValue] {
        guard let items = try json().array else {
            throw MalformedAnswer(detail: "The answer is no list: is the org's URL right?")
        }
        return items
    }

    /// The body as objects of a kind.
    func objects(of kind: ResourceKind) throws(MalformedAnswer) -> [LiveObject] {
        let items = try items()
        var objects: [LiveObject] = []
        for item in items { objects.append(try kind.object(from: item)) }
        return objects
    }
}

extension ResourceKind {
    fileprivate func object(from json: JSONValue) throws(MalformedAnswer) -> LiveObject {
        do {
            return try read(json)
        } catch {
            let name = json["id"]?.string.map { " \($0)" } ?? ""
            throw MalformedAnswer(
                detail: "The answer holds no \(noun)\(name) as Okta's API promises it:"
                    + " \(error.path) is not \(error.expected).")
        }
    }
}

import JSON
import Vocabulary

/// A test of a hook's filters as the manifest has it, its variables not replaced.
struct FilterTestSource: Sendable {
    enum Event: Sendable {
        case inPlace(EventSource)
        /// A path from where the program runs.
        case file(String)
    }

    let name: String
    let location: SourceLocation
    let event: Event
    let eventLocation: SourceLocation
    let delivers: Bool
}

/// An event that stands in the manifest: what JSON can say, and variables in its texts.
indirect enum EventSource: Sendable {
    case fixed(JSONValue)
    case text(Template)
    case list([EventSource])
    case object([(key: String, value: EventSource)])
}

extension ManifestDecoder {
    mutating func filterTests(_ node: YAMLNode) -> [FilterTestSource] {
        if node.isNull { return [] }
        let items = list(node, of: "tests, such as { name: …, event: …, deliver: true }") ?? []
        var places: [String: SourceLocation] = [:]
        var tests: [FilterTestSource] = []
        for item in items {
            guard let test = filterTest(item) else { continue }
            if let first = places[test.name] {
                findings.error(
                    .duplicateName,
                    "\(findings.quoted(test.name, at: test.location)) is the name of another test of"
                        + " this hook, and a report would not tell the two apart.",
                    at: test.location, related: [.init(first, "It is taken first here.")])
                continue
            }
            places[test.name] = test.location
            tests.append(test)
        }
        return tests
    }

    private mutating func filterTest(_ node: YAMLNode) -> FilterTestSource? {
        guard let fields = fields(node, as: .filterTest, at: node.location) else { return nil }
        let name = fields["name"].flatMap { testName($0.value) }
        let delivers = fields["deliver"].flatMap { boolean($0.value) }
        let event = fields["event"].flatMap { testEvent($0) }
        guard let name, let delivers, let event else { return nil }
        return FilterTestSource(
            name: name.text, location: name.location, event: event.event,
            eventLocation: event.location, delivers: delivers)
    }

    private mutating func testName(_ node: YAMLNode) -> YAMLKey? {
        guard let name = word(node, "a name") else { return nil }
        guard !name.allSatisfy(\.isWhitespace) else {
            findings.error(
                .emptyName, "A test has a name, by which it is reported.",
                at: node.location)
            return nil
        }
        return YAMLKey(text: name, location: node.location)
    }

    private mutating func testEvent(
        _ entry: YAMLEntry
    ) -> (event: FilterTestSource.Event, location: SourceLocation)? {
        let node = entry.value
        guard case .mapping(let entries) = node.content else {
            expected("an event, which is a mapping, or { file: PATH }", at: node)
            return nil
        }
        // No event of the System Log has a member of this name.
        guard entries.contains(where: { $0.key == "file" }) else {
            return eventSource(node).map { (.inPlace($0), entry.keyLocation) }
        }
        guard let fields = fields(node, as: .eventFile, at: node.location),
            let file = fields["file"], let name = word(file.value, "the path of a file")
        else { return nil }
        guard !name.isEmpty, !name.utf8.contains(0) else {
            findings.error(
                .emptyName, "A file has a name.", at: file.value.location)
            return nil
        }
        return (.file(path(name, in: folder)), file.value.location)
    }

    /// A part of an event; nil where a text in it could not be read.
    private mutating func eventSource(_ node: YAMLNode) -> EventSource? {
        switch node.content {
        case .list(let items):
            let parts = items.map { eventSource($0) }
            return parts.contains { $0 == nil } ? nil : .list(parts.compactMap { $0 })
        case .mapping(let entries):
            var members: [(key: String, value: EventSource)] = []
            for entry in entries {
                guard let value = eventSource(entry.value) else { return nil }
                members.append((entry.key, value))
            }
            return .object(members)
        case .scalar(let scalar):
            if scalar.isNull { return .fixed(.null) }
            if let value = scalar.boolean { return .fixed(.bool(value)) }
            if let number = scalar.jsonNumber { return .fixed(.number(number)) }
            return template(node, "a text").map { .text($0) }
        }
    }
}

extension YAMLScalar {
    /// The number, as JSON writes it; nil for what is none.
    fileprivate var jsonNumber: JSONNumber? {
        guard isNumber else { return nil }
        if let asWritten = JSONNumber(text) { return asWritten }
        if let integer { return JSONNumber(integer) }
        return Double(text).flatMap { JSONNumber("\($0)") }
    }
}

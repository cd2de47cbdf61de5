import JSON
package import Kinds
package import Vocabulary

/// The events of tests. One in a file is read when it is wanted, each file once; what is wrong with an
/// event is noted with the place of the test.
package struct FilterTestEvents {
    /// An event, and its type, which tells by which filter it is looked at.
    package struct Event: Sendable {
        package let bytes: [UInt8]
        package let eventType: String
    }

    private enum Reading {
        case value(JSONValue)
        case problem(code: String, summary: String, detail: String)
    }

    package private(set) var diagnostics: [Diagnostic] = []
    private let read: @Sendable (String) -> Result<[UInt8], ManifestFileError>
    private var files: [String: Reading] = [:]

    /// - Parameter read: gives a file's bytes.
    package init(read: @escaping @Sendable (String) -> Result<[UInt8], ManifestFileError>) {
        self.read = read
    }

    /// The event of a test; nil, and noted, when there is none that could be put to a filter.
    package mutating func event(of test: FilterTest) -> Event? {
        switch reading(of: test) {
        case .problem(let code, let summary, let detail):
            return note(code, summary, detail, at: test.eventLocation)
        case .value(let value):
            guard value.object != nil else {
                return note(
                    "test-event", "This is not an event",
                    "\(place(of: test)) holds JSON that is no object. One event of the System Log is"
                        + " wanted.", at: test.eventLocation)
            }
            guard let eventType = value["eventType"]?.string else {
                return note(
                    "test-event", "The event has no type",
                    "\(place(of: test)) has no text eventType, which tells by which filter the hook"
                        + " looks at it.", at: test.eventLocation)
            }
            return Event(bytes: value.bytes(), eventType: eventType)
        }
    }

    private mutating func note(
        _ code: String, _ summary: String, _ detail: String, at place: SourceLocation
    ) -> Event? {
        let diagnostic = Diagnostic(.error, code, summary, detail: detail, at: place)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return nil
    }

    private func place(of test: FilterTest) -> String {
        switch test.event {
        case .inPlace: "The event"
        case .file(let path): path
        }
    }

    private mutating func reading(of test: FilterTest) -> Reading {
        switch test.event {
        case .inPlace(let value): return .value(value)
        case .file(let path):
            if let known = files[path] { return known }
            let reading = readFile(path)
            files[path] = reading
            return reading
        }
    }

    private func readFile(_ path: String) -> Reading {
        let bytes: [UInt8]
        switch read(path) {
        case .success(let read): bytes = read
        case .failure(.missing):
            return .problem(
                code: "test-event", summary: "There is no such file",
                detail: "\(path) does not exist. A path is relative to the folder of this file.")
        case .failure(.unreadable(let reason)):
            return .problem(
                code: "test-event", summary: "The event cannot be read",
                detail: "\(path) cannot be read: \(reason).")
        }
        do throws(JSONParseError) {
            return .value(try JSONValue(parsing: bytes))
        } catch {
            return .problem(
                code: "test-event", summary: "The event is not JSON",
                detail: "\(path):\(error.line):\(error.column): \(error.message).")
        }
    }
}

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
        case problem(Rule, detail: String)
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
        case .problem(let rule, let detail):
            return note(rule, detail, at: test.eventLocation)
        case .value(let value):
            guard value.object != nil else {
                return note(
                    .testEventNotObject,
                    "\(place(of: test)) holds JSON that is no object. One event of the System Log is"
                        + " wanted.", at: test.eventLocation)
            }
            guard let eventType = value["eventType"]?.string else {
                return note(
                    .testEventWithoutType,
                    "\(place(of: test)) has no text eventType, which tells by which filter the hook"
                        + " looks at it.", at: test.eventLocation)
            }
            return Event(bytes: value.bytes(), eventType: eventType)
        }
    }

    private mutating func note(
        _ rule: Rule, _ detail: String, at place: SourceLocation
    ) -> Event? {
        let diagnostic = Diagnostic(.error, rule, detail: detail, at: place)
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
                .testEventMissing,
                detail: "\(path) does not exist. A path is relative to the folder of this file.")
        case .failure(.unreadable(let reason)):
            return .problem(
                .testEventUnreadable,
                detail: "\(path) cannot be read: \(reason).")
        }
        do throws(JSONParseError) {
            return .value(try JSONValue(parsing: bytes))
        } catch {
            return .problem(
                .testEventNotJson,
                detail: "\(path):\(error.line):\(error.column): \(error.message).")
        }
    }
}

import Catalog
import JSON
import Kinds
import Ports
import Reconciling
import Rendering
import Vocabulary

/// The event of a preview, and where it is from.
struct PreviewEvent {
    var value: JSONValue
    let source: PreviewedEvent
    /// What else is to be said of the choice, in sentences.
    var notes: [String] = []

    /// - Parameter choice: an event type, a uuid of the log, or a file; nil for the hook's first type.
    static func chosen(
        by choice: String?, for declaration: ResourceDeclaration, offline: Bool,
        _ log: PreviewLog
    ) async throws -> PreviewEvent {
        let types = declaration.eventTypes
        guard let choice else {
            guard let first = types.first else {
                throw Failure(
                    .error, .eventTypeMissing,
                    ["`\(declaration.address)` subscribes to none. Name one by --event."])
            }
            var event = try await event(ofType: first, offline: offline, log)
            if types.count > 1 {
                let others = types.dropFirst().joined(separator: ", ")
                event.notes.append("The hook also subscribes to \(others): see --event.")
            }
            return event
        }
        if types.contains(choice) || EventTypes.named(choice) != nil {
            return try await event(ofType: choice, offline: offline, log)
        }
        if isUUID(choice) {
            guard !offline else {
                throw Failure(
                    .error, .logNeeded,
                    ["An event with a uuid is in the org's log, and --offline asks for none."])
            }
            return try await log.entry(choice)
        }
        return try file(choice, types)
    }

    private static func event(
        ofType type: String, offline: Bool, _ log: PreviewLog
    ) async throws -> PreviewEvent {
        if offline { return sample(of: type, because: nil) }
        switch try await log.latest(ofType: type) {
        case .found(let event): return event
        case .none(let reason): return sample(of: type, because: reason)
        }
    }

    private static func sample(of type: String, because reason: String?) -> PreviewEvent {
        let surroundings = ProcessEnvironment.surroundings
        return PreviewEvent(
            value: EventSamples.event(
                ofType: type, uuid: surroundings.newID(), published: time(surroundings)),
            source: .sample(reason))
    }

    /// The time, as Okta writes it.
    static func time(_ surroundings: Surroundings) -> String {
        let now = surroundings.now()
        return Timestamp(now)?.text ?? now
    }

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}

extension PreviewEvent {
    private static func file(_ name: String, _ types: [String]) throws -> PreviewEvent {
        let bytes: [UInt8]
        switch DiskFiles.read(name == "-" ? "/dev/stdin" : name) {
        case .success(let read): bytes = read
        case .failure(let problem) where problem.isMissing:
            let known = types + EventTypes.all.map(\.name)
            let near = nearestName(to: name, among: known).map { " Did you mean `\($0)`?" } ?? ""
            throw Failure(
                .error, .unknownEvent,
                ["`\(name)` is no event type, no uuid and no file.\(near)"])
        case .failure(let problem):
            throw Failure(.error, .eventUnreadable, ["\(name): \(problem.words)."])
        }
        let shown = name == "-" ? "standard input" : name
        let (first, isAlone) = try first(in: bytes, shown)
        guard let first else {
            throw Failure(.error, .eventMissing, ["\(shown) holds none."])
        }
        guard first["eventType"]?.string != nil else {
            throw Failure(
                .error, .notAnEvent,
                ["\(shown) holds no event of the System Log: it has no eventType."])
        }
        return PreviewEvent(value: first, source: .file(shown, isAlone: isAlone))
    }

    /// The first event of a file, which holds one, a list of them, a whole delivery, or one a line.
    private static func first(
        in bytes: [UInt8], _ name: String
    ) throws -> (event: JSONValue?, isAlone: Bool) {
        let problem: JSONParseError
        do throws(JSONParseError) {
            let value = try JSONValue(parsing: bytes)
            let events = DeliveryEnvelope.events(in: value) ?? value.array ?? [value]
            return (events.first, events.count == 1)
        } catch {
            problem = error
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
        if lines.count > 1 {
            do throws(JSONParseError) {
                return (try JSONValue(parsing: Array(lines[0])), false)
            } catch {
                // No event a line either: what is told is why it is not one event.
            }
        }
        throw Failure(
            .error, .eventNotJson,
            ["\(name):\(problem.line):\(problem.column): \(problem.message)."])
    }
}

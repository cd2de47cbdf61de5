import JSON
import Kinds

extension Lowering {
    /// The tests of a resource with the variables of this org; one of whose variables has no value is
    /// left out, and noted.
    mutating func filterTests(of source: ResourceSource) -> [FilterTest] {
        source.tests.compactMap { test in
            let event: FilterTest.Event
            switch test.event {
            case .file(let path): event = .file(path)
            case .inPlace(let parts):
                guard let value = json(parts) else { return nil }
                event = .inPlace(value)
            }
            return FilterTest(
                test.name, event: event, delivers: test.delivers, at: test.location,
                eventAt: test.eventLocation)
        }
    }

    private mutating func json(_ source: EventSource) -> JSONValue? {
        switch source {
        case .fixed(let value): return value
        case .text(let template): return text(template).map { .string($0) }
        case .list(let items):
            let values = items.compactMap { json($0) }
            return values.count == items.count ? .array(values) : nil
        case .object(let members):
            var object = JSONObject()
            for member in members {
                guard let value = json(member.value) else { return nil }
                object[member.key] = value
            }
            return .object(object)
        }
    }
}

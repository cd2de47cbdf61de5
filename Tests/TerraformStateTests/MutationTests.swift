import JSON
import TerraformState
import Testing
import Vocabulary

/// Whatever stands in a file, it is read or told of; never a crash, and never a value in a message.
struct MutationTests {
    private static let sample = """
        {"version": 4, "terraform_version": "1.9.5", "lineage": "sentinel-l", "resources": [
          {"mode": "managed", "module": "module.hr[\\"sentinel-k\\"]", "type": "okta_event_hook",
           "name": "leavers", "instances": [
             {"index_key": "eu", "status": "tainted", "deposed": "sentinel-d",
              "attributes": {"id": "sentinel-1", "auth": {"value": "sentinel-a"}, "headers": []},
              "sensitive_attributes": [[{"type": "get_attr", "value": "auth"}]],
              "dependencies": ["okta_hook_key.x"]}]},
          {"mode": "managed", "type": "okta_inline_hook", "name": "tokens", "instances": [
             {"attributes": {"id": "sentinel-2", "channel_json": "{\\"config\\":{}}"}}]},
          {"mode": "managed", "type": "okta_event_hook_verification", "name": "v", "instances": [
             {"attributes_flat": {"id": "x", "event_hook_id": "sentinel-1"}}]}
        ]}
        """

    @Test func everyValueMayBeAnything() throws {
        let root = try JSONValue(parsing: Self.sample)
        let count = Self.count(root)
        #expect(count > 40)
        var read = 0
        var told = 0
        for place in 0..<count {
            for other in Self.others {
                var place = place
                let bytes = Array(Self.replacing(&place, in: root, by: other).text().utf8)
                if Self.isRead(bytes) { read += 1 } else { told += 1 }
            }
        }
        #expect(read > 0 && told > 0)
    }

    @Test func everyCutIsTold() {
        let bytes = Array(Self.sample.utf8)
        for end in 0..<bytes.count { #expect(!Self.isRead(Array(bytes[..<end])), "\(end)") }
        #expect(Self.isRead(bytes))
    }

    private static let others: [JSONValue] = [
        .null, .bool(true), .number(JSONNumber(-7)), .string(""), .string("sentinel-x"),
        .string("module.a[0]"), .array([]), .array([.null]), .object(JSONObject()),
        .object(["value": .object(["value": .string("auth")])]),
    ]

    /// Whether it is a state; if not, what is said of it shows nothing.
    private static func isRead(_ bytes: [UInt8]) -> Bool {
        do throws(TerraformStateError) {
            let file = try TerraformFile(parsing: bytes)
            let hooks = try TerraformHooks(file)
            let addresses = addresses(for: hooks.objects)
            #expect(Set(addresses.values).count == addresses.count)
            let retirement = Retirement(of: hooks.objects.map(\.address), from: file)
            #expect(retirement.isEmpty == hooks.objects.isEmpty)
            return true
        } catch {
            let diagnostic = error.diagnostic(file: "a")
            #expect(!"\(diagnostic)".contains("sentinel-"))
            return false
        }
    }

    private static func count(_ value: JSONValue) -> Int {
        switch value {
        case .array(let items): 1 + items.reduce(0) { $0 + count($1) }
        case .object(let object): 1 + object.members.reduce(0) { $0 + count($1.value) }
        case .null, .bool, .number, .string: 1
        }
    }

    /// The same with the value at one place replaced; places are counted in the order of the text.
    private static func replacing(
        _ place: inout Int, in value: JSONValue, by other: JSONValue
    ) -> JSONValue {
        let isMeant = place == 0
        place -= 1
        if isMeant { return other }
        switch value {
        case .array(let items):
            return .array(items.map { replacing(&place, in: $0, by: other) })
        case .object(let object):
            return .object(
                JSONObject(
                    object.members.map {
                        (key: $0.key, value: replacing(&place, in: $0.value, by: other))
                    }))
        case .null, .bool, .number, .string: return value
        }
    }
}

import Foundation
import JSON
import Testing

/// The public JSON parsing test suite: `y_` must be accepted, `n_` refused, `i_` is our choice.
@Suite(.enabled(if: Conformance.folder != nil, "\(SharedData.missing)"))
struct ConformanceTests {
    @Test func theWholeSuiteIsThere() {
        #expect(Conformance.files("y_").count >= 95)
        #expect(Conformance.files("n_").count >= 187)
        #expect(Conformance.files("i_").count >= 35)
    }

    @Test(arguments: Conformance.files("y_"))
    func validTextIsReadAndSurvivesWriting(_ name: String) throws {
        if Conformance.refusedDuplicates.contains(name) {
            let error = #expect(throws: JSONParseError.self) { try Conformance.parse(name) }
            #expect(error?.message == "duplicate key \"a\"")
            return
        }
        let value = try Conformance.parse(name)
        for style in [JSONStyle.compact, .pretty] {
            #expect(try JSONValue(parsing: value.bytes(style)) == value)
        }
    }

    @Test(arguments: Conformance.files("n_"))
    func invalidTextIsRefused(_ name: String) {
        #expect(throws: JSONParseError.self) { try Conformance.parse(name) }
    }

    /// Numbers of any size are kept as text, 500 levels are within the limit, and whatever is not
    /// UTF-8 or is half a surrogate pair is refused.
    @Test(arguments: Conformance.files("i_"))
    func whatIsLeftOpenIsDecided(_ name: String) throws {
        if name.hasPrefix("i_number_") || name == "i_structure_500_nested_arrays.json" {
            _ = try Conformance.parse(name)
        } else {
            #expect(throws: JSONParseError.self) { try Conformance.parse(name) }
        }
    }
}

/// Where the suite's files are, and what is known of them.
enum Conformance {
    static let folder = SharedData.folder("data/json-test-suite")

    /// Accepted by the suite, refused here on purpose: RFC 8259 says keys should be unique and
    /// leaves open which of two wins. In a state or an answer of the org it can only be damage,
    /// and to pick one of the values would hide it.
    static let refusedDuplicates = [
        "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
    ]

    static func files(_ prefix: String) -> [String] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.sorted()
    }

    static func parse(_ name: String) throws -> JSONValue {
        let file = try #require(folder).appendingPathComponent(name)
        return try JSONValue(parsing: Array(Data(contentsOf: file)))
    }
}

import Testing

@testable import Filters

@Suite struct LogSplitterTests {
    /// The events of a log that comes in pieces which grow by so many bytes, each with its line.
    private static func events(_ log: String, by step: Int) throws -> [String] {
        let bytes = Array(log.utf8)
        var splitter = LogSplitter()
        var found: [String] = []
        var (start, end) = (0, 0)
        repeat {
            end = min(end + step, bytes.count)
            let piece = Array(bytes[start..<end])
            start += try piece.withUnsafeBufferPointer { piece in
                try splitter.take(piece, isLast: end == bytes.count) { event, line in
                    found.append("\(line):\(String(decoding: piece[event], as: UTF8.self))")
                }
            }
        } while end < bytes.count
        return found
    }

    static let logs: [(String, [String])] = [
        ("", []), ("\n \n", []), ("{}", ["1:{}"]),
        ("{\"a\":1}\n{\"b\":2}\n", ["1:{\"a\":1}", "2:{\"b\":2}"]),
        ("\n{}\r\n\n{\"long\":\"0123456789\"}", ["2:{}\r", "4:{\"long\":\"0123456789\"}"]),
        ("[]", []), (" [ {} ,\n{\"a\":[{}]} ]\n", ["1:{}", "2:{\"a\":[{}]}"]),
        (#"[{"a":"]}\"{"},{"b":"\\"}]"#, [#"1:{"a":"]}\"{"}"#, #"1:{"b":"\\"}"#]),
        ("[{\n}]\n[{}]", ["1:{\n}", "3:{}"]), ("[{\"cut", ["1:{\"cut"]),
    ]

    @Test("a log is cut alike, however it comes", arguments: logs)
    func cutting(log: String, expected: [String]) throws {
        for step in 1...max(1, log.utf8.count) {
            #expect(try Self.events(log, by: step) == expected, "by \(step)")
        }
    }

    @Test("a byte order mark is no part of the first event") func byteOrderMark() throws {
        #expect(try Self.events("\u{FEFF}{}", by: 100) == ["1:{}"])
    }

    @Test(
        "an array that is broken says where",
        arguments: [
            "[{}\n,x]", "[{}]\n{}", "[\n1]", "[{}\n", "[\n{},", "[{}]\n[",
        ])
    func broken(log: String) throws {
        #expect(throws: BrokenLog(line: 2)) { try Self.events(log, by: 100) }
    }
}

import Testing

@testable import HTTPTransport

@Suite("Header lines")
struct ResponseHeadTests {
    private func head(_ lines: [String]) -> [String] {
        var head = ResponseHead()
        for line in lines {
            let taken = Array("\(line)\r\n".utf8).withUnsafeBufferPointer { head.take($0) }
            #expect(taken)
        }
        return head.headers.map { "\($0.name)=\($0.value)" }
    }

    @Test func `names are lowered, values trimmed, order and repetition kept`() {
        #expect(
            head(["HTTP/1.1 200 OK", "B: 2 \t", "A:1", "b: 3", "Empty:", ""])
                == ["b=2", "a=1", "b=3", "empty="])
    }

    @Test func `a folded line continues the one before`() {
        #expect(
            head(["HTTP/1.1 200 OK", "A: one", "  two", "\tthree ", "B:", " x", ""])
                == ["a=one two three", "b=x"])
    }

    @Test func `informational blocks are dropped`() {
        let lines = [
            "HTTP/1.1 100 Continue", "X: 1", "", "HTTP/1.1 103 Early Hints", "Link: a", "",
            "HTTP/1.1 200 OK", "Y: 2", "",
        ]
        #expect(head(lines) == ["y=2"])
    }

    @Test func `trailers are dropped, even one that looks like a status`() {
        #expect(head(["HTTP/2 200", "a: 1", "", "HTTP/1.1 500 x", "b: 2", ""]) == ["a=1"])
    }

    @Test func `colons in a value stay, a line without one is dropped`() {
        #expect(head(["HTTP/1.1 200", "A: b:c", "nonsense", ""]) == ["a=b:c"])
    }

    @Test func `an endless block is refused`() {
        var head = ResponseHead()
        let line = [UInt8](repeating: 0x61, count: ResponseHead.maxBytes)
        #expect(line.withUnsafeBufferPointer { head.take($0) })
        #expect([0x61].withUnsafeBufferPointer { head.take($0) } == false)
    }

    @Test func `a response finds its headers whatever their case`() {
        let response = HTTPResponse(status: 200, headers: [("Link", "a"), ("LINK", "b")])
        #expect(response.header("link") == "a")
        #expect(response.headers("Link") == ["a", "b"])
        #expect(response.header("none") == nil)
    }
}

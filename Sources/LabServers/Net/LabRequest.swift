import Foundation

/// One header, its name in the case it was sent.
package struct HeaderField: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A request as the lab's own code sees it, whole and free of the server's types.
struct LabRequest: Sendable {
    let method: String
    /// Without the query, percent-encoding left as it came.
    let path: String
    let query: String
    let headers: [HeaderField]
    let body: [UInt8]
    /// What the client called this server: the `Host` header, or the address it is bound to.
    let authority: String

    /// Where links that lead back here begin.
    var baseURL: String { "http://\(authority)" }

    /// The value of the first header of that name, in whatever case.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The query's parameters in order, decoded.
    var parameters: [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}

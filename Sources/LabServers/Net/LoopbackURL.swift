import Foundation

/// A plain-HTTP address on this machine: all the lab ever calls.
struct LoopbackURL: Sendable, Equatable {
    let host: String
    let port: Int
    /// The path with its query, as it goes into the request line.
    let target: String

    /// The `Host` header for this address.
    var authority: String {
        (host.contains(":") ? "[\(host)]" : host) + (port == 80 ? "" : ":\(port)")
    }

    /// Takes `http://127.0.0.1`, `http://localhost` and `http://[::1]`, and nothing else.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), parts.scheme?.lowercased() == "http",
            parts.user == nil, let name = parts.host?.lowercased()
        else { return nil }
        let host = name.filter { $0 != "[" && $0 != "]" }
        guard ["127.0.0.1", "localhost", "::1"].contains(host) else { return nil }
        self.host = host
        port = parts.port ?? 80
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        target = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
    }
}

/// Which address the lab calls for the one a hook names.
///
/// A hook may name a public https endpoint; the lab never leaves this machine, so such a call
/// fails as Okta's would against a host it cannot reach, unless a prefix of it is mapped here.
package struct EndpointMap: Sendable {
    package struct Entry: Sendable {
        package let prefix: String
        package let replacement: String

        package init(prefix: String, replacement: String) {
            self.prefix = prefix
            self.replacement = replacement
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// The address to call, by the first entry that fits; `nil` where there is none on loopback.
    func address(for uri: String) -> LoopbackURL? {
        for entry in entries where uri.hasPrefix(entry.prefix) {
            return LoopbackURL(entry.replacement + uri.dropFirst(entry.prefix.count))
        }
        return LoopbackURL(uri)
    }
}

import Kinds
import Vocabulary

/// The endpoints that more than one resource has, each with a name; one that is used once stays
/// where it is used.
///
/// Hooks share an endpoint that agree in its URL, its headers and the name of the header with the
/// secret. That the secret is the same as well is taken for granted where nobody knows it.
struct SharedEndpoints {
    private let names: [ChannelDraft.Endpoint: String]

    /// - Parameter channels: in an order that does not depend on anything but their resources; it
    ///   tells endpoints apart that differ in a secret alone.
    init(_ channels: [ChannelDraft]) {
        var uses: [ChannelDraft.Endpoint: (count: Int, first: Int)] = [:]
        for (place, channel) in channels.enumerated() where channel.composite == .endpoint {
            uses[channel.endpoint, default: (0, place)].count += 1
        }
        let shared = uses.filter { $0.value.count > 1 }.sorted {
            ($0.key.sortKey, $0.value.first) < ($1.key.sortKey, $1.value.first)
        }.map(\.key)
        var names: [ChannelDraft.Endpoint: String] = [:]
        var used: Set<String> = []
        for endpoint in shared {
            let name = unusedName(like: Self.name(for: endpoint)) { used.contains($0) }
            used.insert(name)
            names[endpoint] = name
        }
        self.names = names
    }

    /// Every shared endpoint with its name, sorted by it.
    var sorted: [(name: String, endpoint: ChannelDraft.Endpoint)] {
        names.map { ($0.value, $0.key) }.sorted { $0.0 < $1.0 }
    }

    func name(of endpoint: ChannelDraft.Endpoint) -> String? { names[endpoint] }

    /// A name for a URL: the last part of its path that is a word and says something, else its host's.
    /// Of a URL that carries a token nothing but the host is used.
    private static func name(for endpoint: ChannelDraft.Endpoint) -> String {
        let host: String
        var path: String
        do throws(URLProblem) {
            let parsed = try EndpointURL(endpoint.url)
            host = parsed.host
            path = endpoint.isSecretURL ? "" : parsed.tail
        } catch {
            return "endpoint"
        }
        path = String(path.prefix { $0 != "?" })
        let words = path.split(separator: "/").compactMap { snakeCase(String($0)) }.filter { word in
            !word.contains(where: \.isNumber) && (3...30).contains(word.utf8.count)
                && !sayNothing.contains(word)
        }
        if let word = words.last { return word }
        if LoopbackName.isLoopback(host) { return "local" }
        // The last label is the top-level domain.
        let labels = host.split(separator: ".").dropLast().filter {
            !sayNothing.contains(String($0))
        }
        return snakeCase(labels.joined(separator: " ")) ?? snakeCase(host) ?? "endpoint"
    }

    private static let sayNothing: Set<String> = [
        "api", "com", "event", "events", "hook", "hooks", "invoke", "okta", "post", "webhook",
        "webhooks", "www",
    ]
}

extension ChannelDraft.Endpoint {
    /// By URL, then by what else there is, for an order that does not depend on anything else.
    fileprivate var sortKey: String {
        let rest = headers.flatMap { [$0.name, $0.value] } + [authHeader ?? ""]
        return ([url] + rest).joined(separator: "\u{0}")
    }
}

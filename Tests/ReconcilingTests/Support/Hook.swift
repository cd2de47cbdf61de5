import Kinds
import Vocabulary

@testable import Fakes

/// A few words in which tests declare event hooks as a manifest would.
struct Hook: Hashable, Sendable {
    private(set) var key: String
    private var values: [AttributePath: ResourceDeclaration.Value] = [:]
    private var declared: Set<String> = []
    private var verify = true
    private var lifecycle = ResourceDeclaration.Lifecycle()

    static let eventA = "user.lifecycle.create"
    static let eventB = "user.lifecycle.deactivate"
    static let eventC = "group.user_membership.add"

    init(_ key: String, name: String? = nil, url: String? = nil, events: [String] = [eventA]) {
        self.key = key
        set("name", .text(name ?? key))
        set("status", .text("ACTIVE"))
        set("channel.config.uri", .text(url ?? "https://\(key).example/hook"))
        set("events.items", .set(of: events))
    }

    var address: Address { Address(kind: "event_hook", key: key) }

    /// The display name in the org.
    var name: String {
        if case .plain(let value)? = values[AttributePath("name")] {
            value.text ?? key
        } else {
            key
        }
    }

    var isActive: Bool { values[AttributePath("status")] == .plain(.text("ACTIVE")) }

    var isVerifiedWhenDone: Bool { verify && isActive }

    /// The text that the org must hold at a path, secrets in clear; nil where none is declared.
    func text(at path: AttributePath, _ secrets: FakeSecrets) -> String? {
        switch values[path] {
        case .plain(let value)?: value.text
        case .secret(.environment(let name))?: secrets[name]
        case .secret?, nil: nil
        }
    }

    var declaration: ResourceDeclaration {
        ResourceDeclaration(
            kind: .eventHook, address: address, values: values, declared: declared, verify: verify,
            lifecycle: lifecycle,
            location: SourceLocation(file: "tenterhook.yaml", line: 1, column: 1))
    }
}

extension Hook {
    func description(_ text: String?) -> Hook {
        with { $0.set("description", text.map { .text($0) }) }
    }

    func inactive() -> Hook { with { $0.set("status", .text("INACTIVE")) } }

    func notVerified() -> Hook { with { $0.verify = false } }

    func url(_ text: String) -> Hook { with { $0.set("channel.config.uri", .text(text)) } }

    /// A URL that is a secret as a whole.
    func url(env name: String) -> Hook { with { $0.set("channel.config.uri", env: name) } }

    func events(_ names: [String]) -> Hook { with { $0.set("events.items", .set(of: names)) } }

    func named(_ name: String) -> Hook { with { $0.set("name", .text(name)) } }

    /// Speaks of headers, and has none so far.
    func noHeaders() -> Hook { with { $0.declared.insert("channel.config.headers") } }

    func header(_ name: String, _ value: String) -> Hook {
        with { $0.set("channel.config.headers", key: name, .text(value)) }
    }

    func header(_ name: String, env: String) -> Hook {
        with { $0.set("channel.config.headers", key: name, env: env) }
    }

    /// Speaks of filters, and has none so far.
    func noFilters() -> Hook { with { $0.declared.insert("events.filter") } }

    func filter(_ event: String, _ expression: String) -> Hook {
        with { $0.set("events.filter", key: event, .text(expression)) }
    }

    func auth(_ header: String = "Authorization", env name: String) -> Hook {
        with {
            $0.set("channel.config.authScheme.key", .text(header))
            $0.set("channel.config.authScheme.value", env: name)
        }
    }

    /// `auth: none`.
    func noAuth() -> Hook {
        with {
            $0.set("channel.config.authScheme.key", nil)
            $0.set("channel.config.authScheme.value", nil)
        }
    }

    func preventDestroy() -> Hook { with { $0.lifecycle.preventDestroy = true } }

    func ignoring(_ attributes: String...) -> Hook {
        with { $0.lifecycle.ignoreChanges = Set(attributes) }
    }

    func rollingBack() -> Hook { with { $0.lifecycle.onVerificationFailure = .rollback } }

    private func with(_ change: (inout Hook) -> Void) -> Hook {
        var hook = self
        change(&hook)
        return hook
    }

    private mutating func set(
        _ attribute: String, key: String? = nil, _ value: AttributeValue?
    ) {
        declared.insert(attribute)
        values[AttributePath(attribute, key: key)] = value.map { .plain($0) }
    }

    private mutating func set(_ attribute: String, key: String? = nil, env name: String) {
        declared.insert(attribute)
        values[AttributePath(attribute, key: key)] = .secret(.environment(name))
    }
}

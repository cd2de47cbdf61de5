import Kinds
import Vocabulary

@testable import Fakes

/// What a world can be asked to bring about.
protocol Declared: Sendable {
    var declaration: ResourceDeclaration { get }
}

extension Hook: Declared {}

/// A resource of any kind, that speaks of all its attributes.
struct Resource: Declared {
    var declaration: ResourceDeclaration

    init(
        _ kind: ResourceKind, _ key: String, _ values: [String: ResourceDeclaration.Value] = [:]
    ) {
        var all: [AttributePath: ResourceDeclaration.Value] = [:]
        if let unique = kind.uniqueAttribute { all[AttributePath(unique)] = .plain(.text(key)) }
        if let status = kind.statusAttribute {
            all[AttributePath(status)] = .plain(.text("ACTIVE"))
        }
        for (path, value) in values { all[AttributePath(path)] = value }
        declaration = ResourceDeclaration(
            kind: kind, address: Address(kind: kind.name, key: key), values: all,
            declared: Set(kind.attributes.map(\.path)), verify: kind.isVerified,
            lifecycle: .init(),
            location: SourceLocation(file: "tenterhook.yaml", line: 1, column: 1))
    }

    var address: Address { declaration.address }
    var kind: ResourceKind { declaration.kind }

    /// The display name in the org.
    var name: String {
        kind.uniqueAttribute.flatMap { text($0) } ?? address.key
    }

    var isActive: Bool { kind.statusAttribute.map { text($0) == "ACTIVE" } ?? true }

    private func text(_ path: String) -> String? {
        guard case .plain(.text(let text))? = declaration.values[AttributePath(path)] else {
            return nil
        }
        return text
    }

    func with(_ path: String, _ value: ResourceDeclaration.Value) -> Resource {
        var result = self
        result.declaration.values[AttributePath(path)] = value
        return result
    }

    func named(_ name: String) -> Resource { with("name", .plain(.text(name))) }

    func inactive() -> Resource { with("status", .plain(.text("INACTIVE"))) }

    func type(_ type: String) -> Resource { with("type", .plain(.text(type))) }
}

extension Resource {
    static func key(_ key: String) -> Resource { Resource(.hookKey, key) }

    /// An inline hook with an HTTP channel.
    static func http(_ key: String, env: String? = nil) -> Resource {
        var hook = Resource(.inlineHook, key, common(key, channel: "HTTP"))
        if let env {
            hook = hook.with("channel.config.authScheme.key", .plain(.text("Authorization")))
                .with("channel.config.authScheme.value", .secret(.environment(env)))
        }
        return hook
    }

    /// An inline hook with an OAuth channel and a client secret.
    static func oauth(_ key: String, env: String) -> Resource {
        oauth(key, method: "client_secret_post")
            .with("channel.config.clientSecret", .secret(.environment(env)))
    }

    /// An inline hook with an OAuth channel and a hook key.
    static func oauth(_ key: String, key hookKey: String) -> Resource {
        oauth(key, method: "private_key_jwt")
            .with(
                "channel.config.hookKeyId",
                .plain(.reference(Address(kind: "hook_key", key: hookKey))))
    }

    private static func oauth(_ key: String, method: String) -> Resource {
        Resource(.inlineHook, key, common(key, channel: "OAUTH"))
            .with("channel.config.authType", .plain(.text(method)))
            .with("channel.config.clientId", .plain(.text("client")))
            .with("channel.config.tokenUrl", .plain(.text("https://login.example/token")))
    }

    private static func common(
        _ key: String, channel: String
    ) -> [String: ResourceDeclaration.Value] {
        [
            "type": .plain(.text("com.okta.oauth2.tokens.transform")),
            "version": .plain(.text("1.0.0")), "channel.type": .plain(.text(channel)),
            "channel.config.uri": .plain(.text("https://\(key).example/hook")),
        ]
    }
}

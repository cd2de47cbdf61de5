import Kinds
import Vocabulary

extension LiveObject {
    /// An event hook as the org holds it.
    static func eventHook(
        _ id: String, _ name: String, url: String = "https://hooks.acme.com/okta",
        events: [String] = ["user.lifecycle.deactivate"], filters: [String: String] = [:],
        headers: [String: String] = [:], auth: String? = nil, description: String? = nil,
        isActive: Bool = true, isVerified: Bool = true, unread: [String] = []
    ) -> LiveObject {
        var attributes = channel(url: url, headers: headers, auth: auth)
        attributes["name"] = .text(name)
        attributes["description"] = description.map { .text($0) }
        attributes["status"] = .text(isActive ? "ACTIVE" : "INACTIVE")
        attributes["events.items"] = .set(of: events)
        for (event, filter) in filters {
            attributes[AttributePath("events.filter", key: event)] = .text(filter)
        }
        return LiveObject(
            kind: .eventHook, id: id, attributes: attributes, isVerified: isVerified,
            unread: unread)
    }

    static func inlineHook(
        _ id: String, _ name: String, type: String = "com.okta.oauth2.tokens.transform",
        version: String = "1.0.0", url: String = "https://hooks.acme.com/okta",
        auth: String? = nil, oauth: [String: String]? = nil
    ) -> LiveObject {
        var attributes = channel(url: url, headers: [:], auth: auth)
        attributes["name"] = .text(name)
        attributes["type"] = .text(type)
        attributes["version"] = .text(version)
        attributes["status"] = .text("ACTIVE")
        attributes["channel.type"] = .text(oauth == nil ? "HTTP" : "OAUTH")
        for (key, value) in oauth ?? [:] { attributes["channel.config." + key] = .text(value) }
        if oauth?["authType"] == "client_secret_post" {
            attributes["channel.config.clientSecret"] = .unknown
        }
        return LiveObject(kind: .inlineHook, id: id, attributes: attributes, isVerified: nil)
    }

    static func hookKey(_ id: String, _ name: String) -> LiveObject {
        LiveObject(
            kind: .hookKey, id: id, attributes: Attributes([AttributePath("name"): .text(name)]),
            isVerified: nil)
    }

    private static func channel(
        url: String, headers: [String: String], auth: String?
    ) -> Attributes {
        var attributes = Attributes()
        attributes["channel.config.uri"] = .text(url)
        for (name, value) in headers {
            attributes[AttributePath("channel.config.headers", key: name)] = .text(value)
        }
        if let auth {
            attributes["channel.config.authScheme.key"] = .text(auth)
            attributes["channel.config.authScheme.value"] = .unknown
        }
        return attributes
    }
}

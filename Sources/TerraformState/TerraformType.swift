package import Kinds

/// One of the provider's resource types that have to do with hooks: what it stands for, and where its
/// schemas, older and newer, have what we want to know of it.
package struct TerraformType: Hashable, Sendable {
    /// Where a value stands in the attributes of a resource.
    package struct Place: Hashable, Sendable {
        /// The names on the way to it.
        package let path: [String]
        /// The names on from there, where the value at the path is a text that holds JSON.
        package let inJSON: [String]

        package init(_ path: [String], inJSON: [String] = []) {
            self.path = path
            self.inJSON = inJSON
        }
    }

    package enum Role: Hashable, Sendable {
        /// An object of a kind.
        case object(ResourceKind)
        /// That Okta has verified the object whose id stands there, and no object itself.
        case verification(idAt: [String])
    }

    package let name: String
    package let role: Role
    /// By our attribute, as far as it may be a secret: in which places a schema may have it.
    package let places: [String: [Place]]
    /// The attributes of ours for which no schema has a place, so that Terraform does not see them.
    package let unseen: [String]

    /// The type of a name; nil for all that have nothing to do with hooks.
    package static func named(_ name: String) -> TerraformType? { all.first { $0.name == name } }

    package static let all: [TerraformType] = [
        TerraformType(
            name: "okta_event_hook", role: .object(.eventHook),
            places: [
                "name": [Place(["name"])],
                "channel.config.uri": [Place(["channel", "uri"])],
                "channel.config.headers": [Place(["headers"])],
                "channel.config.authScheme.value": [Place(["auth", "value"])],
                "events.items": [Place(["events"])],
            ], unseen: ["description", "events.filter"]),
        TerraformType(
            name: "okta_event_hook_verification", role: .verification(idAt: ["event_hook_id"]),
            places: [:], unseen: []),
        TerraformType(
            name: "okta_inline_hook", role: .object(.inlineHook),
            places: [
                "name": [Place(["name"])],
                "channel.config.uri": [Place(["channel", "uri"]), json("uri")],
                "channel.config.headers": [Place(["headers"]), json("headers")],
                "channel.config.authScheme.value": [
                    Place(["auth", "value"]), json("authScheme", "value"),
                ],
                "channel.config.clientSecret": [json("clientSecret")],
            ], unseen: []),
        TerraformType(
            name: "okta_hook_key", role: .object(.hookKey), places: ["name": [Place(["name"])]],
            unseen: []),
    ]

    /// A value in the text of `channel_json`, which newer schemas of inline hooks have in place of
    /// `channel`, `headers` and `auth`.
    private static func json(_ path: String...) -> Place {
        Place(["channel_json"], inJSON: ["config"] + path)
    }
}

extension TerraformAttributes {
    /// The text at a place.
    func text(at place: TerraformType.Place) -> String? {
        guard let text = text(at: place.path) else { return nil }
        guard !place.inJSON.isEmpty else { return text }
        return embedded(text)?.text(at: place.inJSON)
    }

    /// Whether Terraform holds a place as sensitive. That a text of JSON is sensitive as a whole says
    /// nothing of any one value in it.
    func isSensitive(_ place: TerraformType.Place) -> Bool {
        place.inJSON.isEmpty && holdsSensitive(place.path)
    }
}

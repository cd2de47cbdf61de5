import JSON
import Kinds
import Manifests
import Testing
import Vocabulary

/// The JSON Schema of a manifest, and the manifest that `init` writes.
@Suite struct SchemaTests {
    private let schema = manifestSchema()

    @Test func theStarterIsAManifestWithoutFault() throws {
        let folder = Folder(starterManifest(orgURL: "https://acme.okta.com"))
        #expect(folder.findings().isEmpty)
        #expect(folder.read().manifest?.orgs.map(\.url) == ["https://acme.okta.com"])
        #expect(folder.resources().map(\.address.description) == ["event_hook.leavers"])
    }

    @Test func theStartersCommentsAreGoodManifestToo() {
        // What stands in comments is there to be used: with its mark taken away it must hold.
        let lines = starterManifest(orgURL: "https://acme.okta.com").split(
            separator: "\n", omittingEmptySubsequences: false)
        let options = [
            "# policy:", "#   allowed_hosts", "#   max_deletes", "# filters", "#   user.",
        ]
        let more = ["# status", "# verify", "# orgs", "# lifecycle", "#   prevent", "#   ignore"]
        let uncommented = lines.map { line -> String in
            let indent = line.prefix { $0 == " " }
            let rest = line.dropFirst(indent.count)
            let isOption = (options + more).contains { rest.hasPrefix($0) }
            return isOption ? indent + String(rest.dropFirst(2)) : String(line)
        }
        let text = uncommented.joined(separator: "\n")
        #expect(text.contains("\n  allowed_hosts") && text.contains("\n      prevent_destroy"))
        #expect(Folder(text).findings().map(\.brief) == [])
        let otherAuth = lines.filter { !$0.contains("  auth: { api_token") }
            .map { $0.replacing("# auth: { oauth", with: "auth: { oauth") }
        let signingIn = Folder(otherAuth.joined(separator: "\n"))
        guard case .oauth = signingIn.read().manifest?.orgs.first?.authentication else {
            Issue.record("the service app in the comments is none")
            return
        }
    }

    @Test func anOrgURLIsQuoted() {
        let starter = starterManifest(orgURL: "https://a.b\" # {\n")
        #expect(Folder(starter).findings().map(\.rule.id) == ["invalid-org-url"])
    }

    @Test func everyReferenceLeadsSomewhere() {
        var references: Set<String> = []
        collectReferences(in: schema, into: &references)
        let definitions = schema["definitions"]?.object?.keys ?? []
        #expect(references == Set(definitions.map { "#/definitions/\($0)" }))
        #expect(definitions.contains("event_hook") && definitions.contains("secret"))
    }

    @Test func noTypeIsNamedTwice() {
        var lists: [[String]] = []
        collectTypes(in: schema, into: &lists)
        #expect(!lists.isEmpty)
        for list in lists { #expect(Set(list).count == list.count, "\(list)") }
    }

    @Test func itHasEveryKindsSection() {
        for kind in KindRegistry.all {
            #expect(schema["properties"]?[kind.section] != nil)
            #expect(schema["definitions"]?[kind.name]?["properties"]?["lifecycle"] != nil)
        }
    }

    @Test(
        arguments: [
            ["version": 1],
            ["version": 1, "orgs": nil, "state": nil, "event_hooks": nil],
            [
                "version": 1, "include": ["a"],
                "orgs": [
                    "a": [
                        "url": "https://a.b", "auth": ["api_token": ["env": "A"]], "vars": ["n": 1],
                    ], "b": nil, "c": ["auth": ["command": ["a", "b"]]],
                    "d": [
                        "auth": [
                            "oauth": [
                                "client_id": "c", "private_key": ["file": "k"],
                                "key_id": ["env": "K"], "dpop": false,
                            ]
                        ]
                    ],
                ],
                "state": ["backend": "local", "path": "state"],
                "policy": [
                    "allowed_hosts": ["*.a.b"], "max_deletes": "30%", "limits": ["event_hooks": 30],
                ],
                "endpoints": [
                    "e": [
                        "url": ["command": ["a", "b"]], "headers": ["X": "a", "Y": ["file": "b"]],
                        "auth": ["header": "A", "value": ["env": "B"]],
                    ],
                    "f": [
                        "url": "https://a.b",
                        "auth": ["basic": ["username": "u", "password": ["literal": "p"]]],
                    ],
                    "g": ["url": "https://a.b", "auth": "none", "headers": nil],
                ],
                "event_hooks": [
                    "h": [
                        "name": "n", "description": nil, "endpoint": "e",
                        "events": ["user.lifecycle.create", "my.own"],
                        "filters": ["user.lifecycle.create": "event.actor.id eq 'a'"],
                        "status": "inactive",
                        "verify": false, "orgs": ["a"],
                        "lifecycle": [
                            "prevent_destroy": true, "ignore_changes": ["url", "endpoint"],
                            "on_verification_failure": "keep",
                            "cutover": "in_place",
                        ],
                    ],
                    "i": ["endpoint": ["url": "https://a.b"], "events": ["a"], "lifecycle": nil],
                ],
                "inline_hooks": [
                    "j": [
                        "type": "com.okta.saml.tokens.transform", "version": "1.0.2",
                        "endpoint": "e", "status": "active",
                    ],
                    "k": [
                        "type": "com.okta.import.transform",
                        "oauth": [
                            "url": ["env": "A"], "headers": ["X": "a"], "client_id": "c",
                            "token_url": "https://a.b", "scope": nil, "hook_key": "l",
                        ],
                    ],
                    "m": [
                        "type": "com.okta.user.pre-registration",
                        "oauth": [
                            "url": "https://a.b", "client_id": "c", "token_url": "https://a.b",
                            "client_secret": ["file": "s"],
                        ],
                    ],
                ],
                "hook_keys": ["l": ["name": "L"], "n": [:]],
            ],
        ] as [JSONValue])
    func takes(_ manifest: JSONValue) {
        #expect(complaint(manifest, schema, at: "") ?? "taken" == "taken")
    }

    @Test(
        arguments: [
            ["version": 2], ["version": 1, "polcy": [:]],
            ["version": 1, "orgs": ["a": ["auth": ["api_token": "00x"]]]],
            ["version": 1, "orgs": ["a": ["auth": [:]]]],
            ["version": 1, "orgs": ["a": ["auth": ["oauth": ["client_id": "c"]]]]],
            ["version": 1, "endpoints": ["e": [:]]],
            ["version": 1, "endpoints": ["e": ["url": ["env": "A", "file": "b"]]]],
            [
                "version": 1,
                "endpoints": ["e": ["url": "u", "auth": ["header": "A", "value": "b"]]],
            ],
            ["version": 1, "event_hooks": ["h": ["endpoint": "e"]]],
            ["version": 1, "event_hooks": ["h": ["endpoint": "e", "events": "a"]]],
            [
                "version": 1,
                "event_hooks": [
                    "h": ["endpoint": "e", "events": ["a"], "lifecycle": ["settle": "5m"]]
                ],
            ],
            ["version": 1, "event_hooks": ["h": ["endpoint": "e", "events": [], "status": "on"]]],
            ["version": 1, "inline_hooks": ["h": ["type": "com.okta.import.transform"]]],
            ["version": 1, "inline_hooks": ["h": ["type": "com.okta", "endpoint": "e"]]],
            [
                "version": 1,
                "inline_hooks": [
                    "h": [
                        "type": "com.okta.import.transform", "endpoint": "e",
                        "oauth": [
                            "url": "u", "client_id": "c", "token_url": "t", "hook_key": "k",
                        ],
                    ]
                ],
            ],
            [
                "version": 1,
                "inline_hooks": [
                    "h": [
                        "type": "com.okta.import.transform",
                        "oauth": ["url": "u", "client_id": "c", "token_url": "t"],
                    ]
                ],
            ],
        ] as [JSONValue])
    func refuses(_ manifest: JSONValue) {
        #expect(complaint(manifest, schema, at: "") != nil)
    }

    private func collectReferences(in value: JSONValue, into references: inout Set<String>) {
        if let reference = value["$ref"]?.string { references.insert(reference) }
        for (_, member) in value.object?.members ?? [] {
            collectReferences(in: member, into: &references)
        }
        for item in value.array ?? [] { collectReferences(in: item, into: &references) }
    }

    private func collectTypes(in value: JSONValue, into lists: inout [[String]]) {
        if let types = value["type"]?.array { lists.append(types.compactMap(\.string)) }
        for (_, member) in value.object?.members ?? [] { collectTypes(in: member, into: &lists) }
        for item in value.array ?? [] { collectTypes(in: item, into: &lists) }
    }

    /// Why a value does not fit a schema, by the words of JSON Schema that ours uses.
    private func complaint(_ value: JSONValue, _ schema: JSONValue, at place: String) -> String? {
        if let reference = schema["$ref"]?.string {
            let name = String(reference.dropFirst("#/definitions/".count))
            guard let target = self.schema["definitions"]?[name] else { return "no \(reference)" }
            return complaint(value, target, at: place)
        }
        for part in schema["allOf"]?.array ?? [] {
            if let complaint = complaint(value, part, at: place) { return complaint }
        }
        if let parts = schema["anyOf"]?.array {
            let complaints = parts.compactMap { complaint(value, $0, at: place) }
            if complaints.count == parts.count { return complaints.first }
        }
        if let parts = schema["oneOf"]?.array,
            parts.count(where: { complaint(value, $0, at: place) == nil }) != 1
        {
            return "\(place): oneOf"
        }
        if let words = schema["enum"]?.array, !words.contains(value) { return "\(place): enum" }
        if let type = schema["type"] {
            let types = type.array?.compactMap(\.string) ?? [type.string ?? ""]
            let isNumber = value.number != nil && types.contains("number")
            if !isNumber, !types.contains(typeName(of: value)) { return "\(place): \(types)" }
        }
        if let number = value.int {
            if let minimum = schema["minimum"]?.int, number < minimum { return "\(place): minimum" }
            if let maximum = schema["maximum"]?.int, number > maximum { return "\(place): maximum" }
        }
        for item in value.array ?? [] {
            if let items = schema["items"], let complaint = complaint(item, items, at: place) {
                return complaint
            }
        }
        return value.object.flatMap { complaint(in: $0, schema, at: place) }
    }

    private func complaint(in object: JSONObject, _ schema: JSONValue, at place: String) -> String?
    {
        for name in schema["required"]?.array?.compactMap(\.string) ?? [] where object[name] == nil
        {
            return "\(place): \(name) is missing"
        }
        if let least = schema["minProperties"]?.int, object.count < least { return "\(place): few" }
        if let most = schema["maxProperties"]?.int, object.count > most { return "\(place): many" }
        for (key, member) in object.members {
            guard let rule = schema["properties"]?[key] ?? schema["additionalProperties"] else {
                continue
            }
            if rule.bool == false { return "\(place)/\(key): unknown" }
            if let complaint = complaint(member, rule, at: "\(place)/\(key)") { return complaint }
        }
        return nil
    }

    private func typeName(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .number: "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

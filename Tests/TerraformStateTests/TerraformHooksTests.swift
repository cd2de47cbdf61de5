import Kinds
import TerraformState
import Testing
import Vocabulary

/// What is found of hooks in a state, whatever schema the provider had when it was written.
struct TerraformHooksTests {
    private static let value: AttributePath = .init("channel.config.authScheme.value")
    private static let clientSecret: AttributePath = .init("channel.config.clientSecret")

    @Test(arguments: [
        (#""attributes": {"id": "1", "auth": {"value": "sentinel-a"}}"#),
        (#""attributes": {"id": "1", "auth": [{"value": "sentinel-a"}]}"#),
        (#""attributes_flat": {"id": "1", "auth.%": "1", "auth.value": "sentinel-a"}"#),
        (#""attributes_flat": {"id": "1", "auth.#": "1", "auth.0.value": "sentinel-a"}"#),
        (#""attributes": {"id": "1", "channel_json": "{\"config\":{\"authScheme\":{\"value\":\"sentinel-a\"}}}"}"#),
        (#""attributes": {"id": "1", "auth": {}, "channel_json": "{\"config\":{\"authScheme\":{\"value\":\"sentinel-a\"}}}"}"#),
    ])
    func theSecretOfAHeaderIsFound(instance: String) throws {
        let hooks = try Self.hooks(instance, type: "okta_inline_hook")
        #expect(hooks.objects.first?.id == "1")
        #expect(hooks.objects.first?.secrets == [Self.value: Secret("sentinel-a")])
    }

    @Test func theSecretOfAClientIsFound() throws {
        let hooks = try Self.hooks(
            #""attributes": {"id": "1", "channel_json": "{\"config\":{\"clientSecret\":\"s\"}}"}"#,
            type: "okta_inline_hook")
        #expect(hooks.objects.first?.secrets == [Self.clientSecret: Secret("s")])
    }

    @Test(arguments: [
        #""attributes": {"id": "1"}"#,
        #""attributes": {"id": "1", "auth": null, "channel_json": ""}"#,
        #""attributes": {"id": "1", "auth": [], "channel_json": "no JSON"}"#,
        #""attributes": {"id": "1", "auth": {"value": ""}, "channel_json": "[]"}"#,
    ])
    func whereThereIsNoSecretNoneIsFound(instance: String) throws {
        #expect(try Self.hooks(instance, type: "okta_inline_hook").objects.first?.secrets == [:])
    }

    @Test(arguments: [
        (#"[[{"type":"get_attr","value":"headers"}]]"#, ["channel.config.headers"]),
        (#"[[{"type":"get_attr","value":"channel"}]]"#, ["channel.config.uri"]),
        (
            #"[[{"type":"get_attr","value":"channel"},{"type":"index","value":{"value":"uri","type":"string"}}]]"#,
            ["channel.config.uri"]
        ),
        (
            #"[[{"type":"get_attr","value":"channel"},{"type":"index","value":{"value":"type","type":"string"}}]]"#,
            []
        ),
        (#"[[{"type":"get_attr","value":"name"}]]"#, ["name"]),
        (
            #"[[{"type":"get_attr","value":"auth"}], [{"type":"get_attr","value":"channel_json"}]]"#,
            []
        ),
    ])
    func whatTerraformHoldsAsSensitiveIsTold(paths: String, expected: [String]) throws {
        let hooks = try Self.hooks(
            #""attributes": {"id": "1"}, "sensitive_attributes": "# + paths)
        #expect(hooks.objects.first?.sensitive.sorted() == expected)
    }

    @Test func everyTypeIsOfOurAttributes() {
        for type in TerraformType.all {
            guard case .object(let kind) = type.role else { continue }
            for path in type.places.keys { #expect(kind.attribute(path) != nil, "\(path)") }
            // A secret that Terraform may hold in clear must be known as one.
            for path in kind.paths(with: .writeOnly) {
                #expect(type.places[path] != nil, "\(type.name): \(path)")
            }
        }
    }

    @Test func allElseIsCountedAndLeft() throws {
        let hooks = try TerraformHooks(
            TerraformFile(
                parsing: Array(
                    """
                    {"version": 4, "resources": [
                      {"mode": "data", "type": "okta_event_hook", "name": "d", "instances": []},
                      {"mode": "managed", "type": "okta_group", "name": "g",
                       "instances": [{"attributes": {}}, {"attributes": {}}]},
                      {"mode": "managed", "type": "okta_auth_server_policy_rule", "name": "r",
                       "instances": [{"attributes": {}, "dependencies": [
                          "okta_inline_hook.tokens", "okta_group.g"]}]},
                      {"mode": "managed", "type": "okta_inline_hook", "name": "tokens",
                       "instances": [
                          {"attributes": {"id": "2"}, "status": "tainted"},
                          {"attributes": {"id": "1"}, "deposed": "0a1b2c3d"}]},
                      {"mode": "managed", "type": "okta_event_hook_verification", "name": "v",
                       "instances": [{"attributes": {"id": "x", "event_hook_id": "3"}}]}
                    ]}
                    """.utf8)))
        #expect(hooks.dataSources == 1)
        #expect(hooks.others == 3)
        #expect(hooks.objects.map(\.id) == ["2"])
        #expect(hooks.objects.map(\.isTainted) == [true])
        #expect(hooks.deposed.map(\.id) == ["1"])
        #expect(hooks.verifications.map(\.id) == ["3"])
        #expect(hooks.dependents.map(\.block) == ["okta_auth_server_policy_rule.r"])
        #expect(hooks.dependents.map(\.on) == [["okta_inline_hook.tokens"]])
    }

    @Test func nothingThatPrintsThemShowsASecret() throws {
        let hooks = try Self.hooks(
            #""attributes": {"id": "1", "auth": {"value": "sentinel-a"}}"#)
        var text = ""
        dump(hooks, to: &text)
        #expect(!text.contains("sentinel-"))
        #expect(text.contains("id: \"1\""))
    }

    private static func hooks(
        _ instance: String, type: String = "okta_event_hook"
    ) throws -> TerraformHooks {
        try TerraformHooks(
            TerraformFile(
                parsing: Array(
                    """
                    {"version": 4, "resources": [{"mode": "managed", "type": "\(type)",
                     "name": "x", "instances": [{\(instance)}]}]}
                    """.utf8)))
    }
}

import Kinds
import Manifests
import Testing
import Vocabulary

/// `${var.NAME}` in the texts of endpoints and hooks.
@Suite struct InterpolationTests {
    private static let text = """
        version: 1
        orgs:
          prod: { vars: { host: a.b, dept: HR, event: user.lifecycle.create } }
          preview: { vars: { host: c.d, dept: "", event: user.lifecycle.activate } }
        endpoints:
          e:
            url: https://${var.host}/${var.host}
            headers: { X-Dept: "$${var.dept} is $${ $5 ${var.dept}$" }
            auth: { basic: { username: "u${var.dept}", password: { env: "A" } } }
        event_hooks:
          h:
            name: ${var.dept} hook
            description: ${var.dept}
            endpoint: e
            events: ["${var.event}"]
        """

    @Test func takesTheOrgsValues() throws {
        let resource = try #require(Folder(Self.text).resources(org: "prod").first)
        #expect(resource.plain("name") == .text("HR hook"))
        #expect(resource.plain("description") == .text("HR"))
        #expect(resource.plain("events.items") == .names(["user.lifecycle.create"]))
        #expect(resource.plain("channel.config.uri") == .text("https://a.b/a.b"))
        #expect(
            resource.values[AttributePath("channel.config.headers", key: "X-Dept")]
                == .plain(.text("${var.dept} is ${ $5 HR$")))
        #expect(
            resource.values[AttributePath("channel.config.authScheme.value")]
                == .secret(.basicCredentials(username: "uHR", password: .environment("A"))))
    }

    @Test func givenVariablesCountMore() throws {
        let resource = try #require(
            Folder(Self.text).resources(org: "preview", variables: ["dept": "IT"]).first)
        #expect(resource.plain("name") == .text("IT hook"))
        #expect(resource.plain("channel.config.uri") == .text("https://c.d/c.d"))
    }

    @Test func anEmptyValueIsNoValue() throws {
        let resource = try #require(Folder(Self.text).resources(org: "preview").first)
        #expect(resource.plain("description") == nil)
        #expect(resource.declared.contains("description"))
    }

    @Test(arguments: [
        FindingCase("an unclosed one", url("https://${var.a"), "4:25-42 interpolation-unclosed"),
        FindingCase("another expression", url("https://${env.A}"), "4:25-43 interpolation-unknown"),
        FindingCase("a space in it", url("https://${ var.a }"), "4:25-45 interpolation-unknown"),
        FindingCase("no name", url("https://${var.}"), "4:25-42 interpolation-unknown"),
        FindingCase(
            "an unknown one", url("https://${var.hosst}"), "4:25-47 variable-without-value"),
        FindingCase(
            "a value that is no URL", url("https://${var.bad}"), "4:25-45 invalid-endpoint-url"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func saysWhichOrgLacksAVariable() {
        let findings = Folder(Self.url("https://${var.hosst}")).findings()
        #expect(
            findings.map(\.detail) == [
                "The variable \"hosst\" has no value for the org \"o\". Did you mean \"host\"? Values"
                    + " come from the org's vars and from --var hosst=VALUE."
            ])
        #expect(Folder(Self.url("https://${var.x}")).findings(variables: ["x": "y.z"]).isEmpty)
    }

    @Test func amongOtherMistakesAVariableIsJudgedOnlyWhenAllAreKnown() {
        let text = Self.url("https://${var.x}") + "polcy: 1\n"
        #expect(Folder(text).read().diagnostics.map(\.rule.id) == ["unknown-key"])
        #expect(
            Folder(text).read(variables: [:]).diagnostics.map(\.rule.id) == [
                "variable-without-value", "unknown-key",
            ])
        #expect(
            Folder(text).read(variables: ["x": "y"]).diagnostics.map(\.rule.id) == ["unknown-key"])
    }

    @Test(arguments: [
        (["hosst": "x"], "Did you mean \"host\"?"),
        (["zone": "x"], "The variables are bad, host and used."),
        (["host": "x", "used": "y"], nil),
    ])
    func aValueForNoVariableIsAMistake(_ given: [String: String], _ advice: String?) {
        let findings = Folder(Self.url("https://${var.used}")).findings(
            variables: ["used": "a.b"].merging(given) { $1 })
        #expect(findings.map(\.rule.id) == (advice == nil ? [] : ["undeclared-variable"]))
        if let advice { #expect(findings.first?.detail.hasSuffix(advice) == true) }
    }

    @Test func whatCannotBeReadMayAskForAVariable() {
        let folder = Folder(["tenterhook.yaml": "version: 1\ninclude: [gone.yaml]\n"])
        #expect(
            folder.findings(variables: ["host": "x"]).map(\.rule.id) == ["include-without-match"])
    }

    private static func url(_ url: String) -> String {
        """
        version: 1
        orgs: { o: { vars: { host: a.b, bad: "a b" } } }
        event_hooks:
          h: { endpoint: { url: "\(url)" }, events: [user.lifecycle.create] }

        """
    }
}

extension ResourceDeclaration {
    /// The value of an attribute, where it is no secret.
    fileprivate func plain(_ attribute: String) -> AttributeValue? {
        if case .plain(let value)? = values[AttributePath(attribute)] { value } else { nil }
    }
}

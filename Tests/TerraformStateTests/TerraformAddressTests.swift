import TerraformState
import Testing

/// Terraform's addresses, read and written as Terraform does.
struct TerraformAddressTests {
    @Test(arguments: [
        "module.hr.", "module.hr[\"eu\"].", "module.hr[0].module.hooks.",
        "module.a[\"x.y]\\\"z\\\\\"].module.b[\"$${c} %%{d} $5\"].", "",
    ])
    func modulesSurviveTheRoundTrip(prefix: String) throws {
        let modules = try #require([TerraformAddress.Module](path: String(prefix.dropLast())))
        #expect(Self.address(modules, "x", nil).description == "\(prefix)okta_event_hook.x")
    }

    @Test(arguments: [
        "hr", "module", "module.", "module.hr.", "module.hr[", "module.hr[x]", "module.hr[0",
        "module.hr[\"x]", "module.hr[\"x\"", "module.hr[\"x\\", "module.hr module.x",
    ])
    func whatIsNoModulePathIsNone(path: String) {
        #expect([TerraformAddress.Module](path: path) == nil)
    }

    @Test func keysStandInBrackets() throws {
        #expect(Self.address([], "x", .number(2)).description == "okta_event_hook.x[2]")
        #expect(
            Self.address([], "x", .text("a \"b\" ${c}")).description
                == "okta_event_hook.x[\"a \\\"b\\\" $${c}\"]")
        #expect(Self.address([], "x", .text("a")).block == "okta_event_hook.x")
    }

    @Test func theyAreSortedByBlockThenByKey() throws {
        let hr = try #require([TerraformAddress.Module](path: "module.hr[10]"))
        let other = try #require([TerraformAddress.Module](path: "module.hr[9]"))
        let sorted = [
            Self.address(other, "x", nil), Self.address(hr, "x", nil),
            Self.address([], "x", nil), Self.address([], "x", .number(2)),
            Self.address([], "x", .number(10)), Self.address([], "x", .text("0")),
            Self.address([], "y", nil),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }

    static func address(
        _ modules: [TerraformAddress.Module], _ name: String, _ key: TerraformAddress.Key?
    ) -> TerraformAddress {
        TerraformAddress(modules: modules, type: "okta_event_hook", name: name, key: key)
    }
}

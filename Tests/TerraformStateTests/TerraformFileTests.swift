import JSON
import TerraformState
import Testing
import Vocabulary

/// What is a Terraform state, and what is said of all else.
struct TerraformFileTests {
    @Test(arguments: [
        ("", "terraform-not-json"),
        ("{\"version\": 4, \"resources\": [", "terraform-not-json"),
        ("PK\u{3}\u{4}tfplan", "terraform-archive"),
        ("{\"format_version\": \"1.0\", \"values\": {}}", "terraform-shown"),
        ("{\"encrypted_data\": \"x\", \"meta\": {}}", "terraform-encrypted"),
        ("{}", "terraform-not-state"),
        ("[]", "terraform-not-state"),
        ("{\"version\": 4}", "terraform-not-state"),
        ("{\"version\": 4, \"lineage\": \"x\"}", "terraform-damaged"),
        ("{\"version\": 3, \"terraform_version\": \"0.11.14\"}", "terraform-version"),
        ("{\"version\": 5}", "terraform-version"),
        ("{\"version\": \"4\", \"resources\": []}", "terraform-not-state"),
    ])
    func whatIsNoneIsToldFor(text: String, code: String) {
        #expect(error(text)?.diagnostic(file: "terraform.tfstate").rule.id == code)
    }

    @Test func otherVersionsAreNamedWithWhatToRun() {
        let old = error("{\"version\": 3, \"terraform_version\": \"0.11.14\"}")
        #expect(old == .version(3, writtenBy: "0.11.14"))
        let diagnostic = old?.diagnostic(file: "a.tfstate")
        #expect(diagnostic?.detail.contains("version 3, written by Terraform 0.11.14") == true)
        #expect(diagnostic?.commands == ["terraform state pull > pulled.tfstate"])
    }

    @Test func oneThatIsTooLargeIsNotLookedInto() {
        let error = error([UInt8](repeating: UInt8(ascii: "{"), count: (64 << 20) + 1))
        #expect(error == .tooLarge)
        #expect(error?.diagnostic(file: "a").commands.first?.contains("a > hooks.tfstate") == true)
    }

    @Test func otherEncodingsAreToldFrom() throws {
        #expect(error([0xFF, 0xFE, 0x7B, 0]) == .utf16)
        #expect(error([0xFE, 0xFF, 0, 0x7B]) == .utf16)
        let marked = [0xEF, 0xBB, 0xBF] + Array("{\"version\": 4, \"resources\": []}".utf8)
        #expect(try TerraformFile(parsing: marked).instances.isEmpty)
    }

    @Test(arguments: [
        ("{\"mode\": \"other\"}", "resources[0].mode: expected managed or data"),
        ("{\"mode\": \"managed\"}", "resources[0].type: expected a text"),
        (
            "{\"mode\": \"managed\", \"type\": \"t\", \"name\": \"\"}",
            "resources[0].name: expected a text"
        ),
        (
            "{\"mode\": \"managed\", \"type\": \"t\", \"name\": \"n\"}",
            "resources[0].instances: expected an array"
        ),
        (
            "{\"mode\": \"managed\", \"type\": \"t\", \"name\": \"n\", \"module\": \"hr\"}",
            "resources[0].module: expected a module's address"
        ),
        (
            "{\"mode\": \"managed\", \"type\": \"t\", \"name\": \"n\", \"instances\": [{}]}",
            "resources[0].instances[0].attributes: expected an object"
        ),
        (
            """
            {"mode": "managed", "type": "t", "name": "n",
             "instances": [{"index_key": true, "attributes": {}}]}
            """, "resources[0].instances[0].index_key: expected a number or a text"
        ),
        (
            """
            {"mode": "managed", "type": "okta_event_hook", "name": "n",
             "instances": [{"attributes": {"name": "sentinel"}}]}
            """, "resources[0].instances[0].attributes.id: expected a text"
        ),
        (
            """
            {"mode": "managed", "type": "okta_event_hook_verification", "name": "n",
             "instances": [{"attributes": {"id": "sentinel"}}]}
            """, "resources[0].instances[0].attributes.event_hook_id: expected a text"
        ),
    ])
    func damageIsToldByItsPlaceAlone(resource: String, what: String) {
        #expect(error("{\"version\": 4, \"resources\": [\(resource)]}") == .damaged(what))
    }

    private func error(_ text: String) -> TerraformStateError? { error(Array(text.utf8)) }

    private func error(_ bytes: [UInt8]) -> TerraformStateError? {
        do throws(TerraformStateError) {
            _ = try TerraformHooks(try TerraformFile(parsing: bytes))
            return nil
        } catch {
            return error
        }
    }
}

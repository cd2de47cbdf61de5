import State
import Testing

@Suite struct OrgTests {
    @Test(arguments: [
        ("https://acme.okta.com", "https://acme.okta.com"),
        ("https://acme.okta.com", "https://acme.okta.com/"),
        ("https://acme.okta.com/", "https://acme.okta.com"),
        ("https://acme.okta.com", "HTTPS://Acme.Okta.COM//"),
        ("http://127.0.0.1:7878", "http://127.0.0.1:7878/"),
        ("https://acme.okta.com/Sub", "https://ACME.okta.com/Sub/"),
    ])
    func theSameOrgIsTheSame(_ recorded: String, _ given: String) throws {
        try Snapshot(lineage: "l", org: recorded).ensure(org: given)
    }

    @Test(arguments: [
        ("https://acme.okta.com", "https://acme.oktapreview.com"),
        ("https://acme.okta.com", "http://acme.okta.com"),
        ("http://127.0.0.1:7878", "http://127.0.0.1:7879"),
        ("https://acme.okta.com/Sub", "https://acme.okta.com/sub"),
        ("https://acme.okta.com", ""),
        ("https://acme.okta.com", "acme.okta.com"),
    ])
    func anotherOrgIsRefused(_ recorded: String, _ given: String) {
        #expect(throws: StateFileError.otherOrg(recorded: recorded)) {
            try Snapshot(lineage: "l", org: recorded).ensure(org: given)
        }
    }
}

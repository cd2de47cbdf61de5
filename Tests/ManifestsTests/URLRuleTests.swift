import Kinds
import Manifests
import Testing
import Vocabulary

/// Which URLs an endpoint may have.
@Suite struct URLRuleTests {
    @Test(arguments: [
        "https://a.b", "HTTPS://A.B/c?d=e&f", "https://a", "https://a.b:8443/", "https://1.2.3.4/x",
        "https://[2001:db8::1]:443/x", "http://localhost", "http://LOCALHOST:80/x",
        "http://127.0.0.1:7879/x", "http://127.255.0.9", "http://[::1]:1/",
        "https://a_b.c-d.e/é"
            .replacing("é", with: "%C3%A9"),
        "https://a.b/" + String(repeating: "c", count: 1012),
    ])
    func takes(_ url: String) {
        #expect(endpointURLProblem(url, policy: Policy()) == nil)
    }

    @Test(arguments: [
        ("", "start with https://"), ("a.b", "start with https://"), ("ftp://a.b", "start with"),
        ("https:/a.b", "start with"), ("http://a.b", "Plain http"),
        ("http://127.0.0.1.a.b", "Plain"),
        ("http://127.1", "Plain http"), ("http://0127.0.0.1", "Plain http"),
        ("http://128.0.0.1", "Plain http"), ("http://127.0.0.256", "Plain http"),
        ("http://localhost.a.b", "Plain http"), ("http://[::2]", "Plain http"),
        ("https://", "no host"), ("https:///x", "no host"), ("https://:443", "no host"),
        ("https://u@a.b", "user name"), ("https://u:p@a.b", "user name"),
        ("https://a.b\\@c.d", "user name"), ("https://a.b\\.c.d", "host is no"),
        ("https://a..b", "host is no"), ("https://a.b.", "host is no"),
        ("https://a%2eb", "host is no"),
        ("https://[::1", "host is no"), ("https://[]", "host is no"), ("https://::1", "no host"),
        ("https://a.b:", "port"), ("https://a.b:0", "port"), ("https://a.b:65536", "port"),
        ("https://a.b:8o", "port"), ("https://a.b/#c", "#"), ("https://a.b/ c", "white space"),
        ("https://a.b/\n", "white space"), ("https://a.b/\u{0}", "white space"),
        ("https://é.b", "ASCII"), ("https://a.b/" + String(repeating: "c", count: 1013), "longer"),
    ])
    func refuses(_ example: (url: String, reason: String)) {
        let problem = endpointURLProblem(example.url, policy: Policy())
        #expect(problem?.rule.id == "invalid-endpoint-url")
        #expect(problem?.detail.contains(example.reason) == true, "\(problem?.detail ?? "taken")")
    }

    @Test func guardsHosts() {
        let policy = Policy(allowedHosts: ["*.acme.com", "hooks.example.com", "::1"])
        for url in [
            "https://a.acme.com", "https://a.b.ACME.com:1/x", "https://hooks.example.com/?a",
            "http://[::1]/",
        ] {
            #expect(endpointURLProblem(url, policy: policy) == nil)
        }
        for url in [
            "https://acme.com", "https://evilacme.com", "https://x.hooks.example.com",
            "https://evil.com/.acme.com", "https://evil.com?.acme.com", "http://127.0.0.1",
        ] {
            let problem = endpointURLProblem(url, policy: policy)
            #expect(problem?.rule.id == "host-not-allowed" && problem?.isGuard == true)
        }
    }

    @Test func aSecretURLsHostIsNotShown() {
        let policy = Policy(allowedHosts: ["a.b"])
        let problem = endpointURLProblem("https://5entinel.c", policy: policy, isSecret: true)
        #expect(problem?.rule.id == "host-not-allowed")
        #expect(problem?.detail.contains("5entinel") == false)
    }

    @Test func namesTheHost() {
        #expect(host(of: "https://A.b:1/c") == "a.b")
        #expect(host(of: "http://[::1]:80") == "::1")
        #expect(host(of: "https://u@a.b") == nil)
    }
}

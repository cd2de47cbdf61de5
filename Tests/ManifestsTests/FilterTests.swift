import Manifests
import Testing

/// What is wrong with a filter's expression has its place in the file, however the text is written.
@Suite struct FilterTests {
    /// A hook with one filter, whose value begins on line 8, column 30.
    private static func manifest(_ value: String) -> String {
        """
        version: 1
        event_hooks:
          h:
            endpoint: { url: https://a.b, auth: none }
            events: [user.lifecycle.create]
            orgs: [o]
            filters:
              user.lifecycle.create: \(value)
        orgs: { o: { url: https://a.okta.com, auth: { api_token: { env: T } }, vars: { who: idd } } }

        """
    }

    @Test(arguments: [
        ("event.actor.id eq 'a'", []),
        ("event.actor.idd eq 'a'", ["8:42-45 filter-unknown-field"]),
        ("'event.actor.idd eq ''a'''", ["8:43-46 filter-unknown-field"]),
        ("'event.actor.id eq ''a'' && event.actor.idd eq ''b'''", ["8:70-73 filter-unknown-field"]),
        ("\"event.actor.idd eq \\\"a\\\"\"", ["8:43-46 filter-unknown-field"]),
        (
            "event.actor.id eq 'a'\n        && event.actor.idd eq 'b'",
            ["9:24-27 filter-unknown-field"]
        ),
        (
            ">-\n        event.actor.id eq 'a' &&\n\n        event.actor.idd eq 'b'",
            ["11:21-24 filter-unknown-field"]
        ),
        (
            "|\n        event.actor.id eq 'é'\n          && event.actor.idd eq 'b'\n",
            ["10:26-29 filter-unknown-field"]
        ),
        // Escapes, of white space and of others, and a line that goes on below.
        ("\"event.actor.idd\\u0020eq 'a'\"", ["8:43-46 filter-unknown-field"]),
        ("\"event.actor.i\\x64d eq 'a'\"", ["8:43-49 filter-unknown-field"]),
        (
            "\"event.actor.id eq \\\"\\\\\\/\\\" && \\\n        event.actor.idd eq 'a'\"",
            ["9:21-24 filter-unknown-field"]
        ),
        ("\"\\tevent.actor.idd\\n eq 'a'\"", ["8:45-48 filter-unknown-field"]),
        // An anchor and a tag before it.
        ("&one !!str event.actor.idd eq 'a'", ["8:53-56 filter-unknown-field"]),
        ("&one \"event.actor.idd eq 'a'\"", ["8:48-51 filter-unknown-field"]),
        // Block texts with marks of their own, and tabs within lines.
        (
            "|2-\n          event.actor.id eq 'é'\n        \t&& event.actor.idd eq 'b'\n",
            ["10:25-28 filter-unknown-field"]
        ),
        (
            ">+ # folded\n        event.actor.displayName eq '\u{1F600}' && event.actor.idd eq 'b'\n",
            ["9:55-58 filter-unknown-field"]
        ),
        // A variable: the text as a whole.
        ("event.actor.${var.who} eq 'a'", ["8:30-59 filter-unknown-field"]),
        ("event.client.zone eq 'a'", ["8:43-47 filter-undocumented?"]),
        ("''", ["8:30-32 filter-empty"]),
        ("event.eventType eq 'user.lifecycle.create'", ["8:49-72 filter-always-true?"]),
    ])
    func mistakesHaveTheirPlace(value: String, findings: [String]) {
        #expect(Folder(Self.manifest(value)).findings(variables: [:]).map(\.brief) == findings)
    }
}

import JSON
import Kinds
import Testing

/// What an object of the org holds and the program leaves aside is named, never lost unseen.
@Suite struct UnreadMemberTests {
    @Test(arguments: KindRegistry.all.map(\.name))
    func nothingOfAKnownObjectIsLeftAside(_ name: String) throws {
        let kind = try #require(KindRegistry.kind(named: name))
        let fixture = try #require(KindFixture.all[name])
        #expect(try kind.read(fixture.full).unread == [])
        #expect(try kind.read(fixture.least).unread == [])
    }

    @Test(arguments: [
        ("a member", #""new":1"#, ["new"]),
        ("a member that is false", #""new":false"#, ["new"]),
        ("members that say nothing", #""new":null,"other":[],"more":{},"last":"""#, []),
        ("an object", #""new":{"a":1}"#, ["new"]),
        (
            "a member further in", #""channel":{"config":{"retries":3,"uri":"u"}}"#,
            ["channel.config.retries"]
        ),
        ("another constant", #""channel":{"version":"2.0.0"}"#, ["channel.version"]),
        ("a constant of another type", #""channel":{"version":2}"#, ["channel.version"]),
        ("what Okta sets itself", #""channel":{"config":{"method":"PUT"}},"created":"x""#, []),
        (
            "a header twice",
            #""channel":{"config":{"headers":[{"key":"A","value":"1"},{"key":"a","value":"2"}]}}"#,
            ["channel.config.headers"]
        ),
        (
            "a filter twice",
            """
            "events":{"filter":{"eventFilterMap":[{"event":"e","condition":{"expression":"1"}},
            {"event":"e","condition":{"expression":"2"}}]}}
            """, ["events.filter"]
        ),
    ])
    func whatIsNotKnownIsNamed(_ example: (what: String, members: String, paths: [String])) throws {
        let text = #"{"id":"who1","verificationStatus":"VERIFIED",\#(example.members)}"#
        let object = try ResourceKind.eventHook.read(try JSONValue(parsing: text))
        #expect(object.unread == example.paths)
    }
}

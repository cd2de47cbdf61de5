import Testing

@testable import Filters

struct ReadingTests {
    @Test(arguments: [
        (
            "event.target.?[type eq 'UserGroup'].size()>0",
            "events whose targets include a UserGroup"
        ),
        (
            "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size()>0",
            "events whose targets include a UserGroup named Sales"
        ),
        (
            "event.target.?[displayName eq 'West Coast'].size() >= 1",
            "events whose targets include one named 'West Coast'"
        ),
        (
            "event.target.?[type eq 'AppInstance' && id eq '0oa1'].size() == 0",
            "events whose targets include no AppInstance with the id 0oa1"
        ),
        (
            "event.target.?[type eq 'User' || type eq 'UserGroup'].size() > 0",
            "events whose targets include a User or a UserGroup"
        ),
        ("!event.target.?[type eq 'User'].isEmpty()", "events whose targets include a User"),
        (
            "event.target.![displayName].contains('Sales')",
            "events whose targets include one named Sales"
        ),
        (
            "event.target.?[type ne 'User'].size() > 0",
            "events whose targets include one with `type ne 'User'`"
        ),
        (
            "event.target.?[type eq 'User'].size() > 2",
            "events whose targets include more than 2 with `type eq 'User'`"
        ),
        (
            "event.outcome.result eq 'FAILURE' && event.actor.displayName ne 'Okta System'",
            "events whose outcome is FAILURE and whose actor's name is not 'Okta System'"
        ),
        (
            "event.outcome.result eq 'FAILURE' && (event.actor.id eq 'a' || event.actor.id eq 'b')",
            "events whose outcome is FAILURE and whose actor's id is a or b"
        ),
        ("event.eventType eq 'user.session.start'", "events of type user.session.start"),
        (
            "event.actor.alternateId.endsWith('@example.com')",
            "events whose actor's alternate id ends with @example.com"
        ),
        (
            "event.debugData.changedAttributes matches '.*email.*'",
            "events whose list of changed attributes matches /.*email.*/"
        ),
        ("event.outcome.reason == null", "events that have no outcome.reason"),
        ("!(event.actor.type eq 'User')", "events other than those whose actor's type is User"),
        ("true", "all events"),
        (
            "event.target[0].type eq 'User'",
            "events for which `event.target[0].type eq 'User'` is true"
        ),
    ])
    func filtersAreSaidInWords(text: String, words: String) throws {
        #expect(FilterReading.words(for: try FilterExpression(parsing: text)) == words)
    }

    @Test func everyExpressionIsSaid() throws {
        var expressions = SeededExpressions(seed: 3)
        for _ in 0..<1_000 {
            guard let expression = try? FilterExpression(parsing: expressions.condition(3)) else {
                continue
            }
            let words = FilterReading.words(for: expression)
            #expect(words.hasPrefix("events ") || words == "all events" || words == "no events")
        }
    }
}

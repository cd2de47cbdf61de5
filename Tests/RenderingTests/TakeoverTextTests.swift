import Rendering
import Testing
import Vocabulary

/// What is said of an org that was taken over.
@Suite struct TakeoverTextTests {
    private let leavers = Address(kind: "event_hook", key: "leavers")

    @Test func countsByKindAndAsksForSecrets() {
        let text = renderTakeover(
            of: "https://acme.okta.com",
            addresses: [
                leavers, Address(kind: "hook_key", key: "b"), Address(kind: "hook_key", key: "a"),
            ],
            secrets: [
                SecretToSet(variable: "LONG_SECRET", purpose: "the X-A header of endpoint a"),
                SecretToSet(variable: "URL", purpose: "the \u{1B}[2J header of event_hook.b"),
            ], style: TextStyle())
        #expect(
            text == """
                Adopted from https://acme.okta.com, without a write to it:
                    1 event hook
                    2 hook keys

                Set these first; what they are is not known here:
                    export LONG_SECRET=  # the X-A header of endpoint a
                    export URL=          # the \\u{1b}[2J header of event_hook.b

                Then:
                    tenterhook validate
                    tenterhook plan

                """)
    }

    @Test func saysThatThereIsNothing() {
        let text = renderTakeover(
            of: "https://acme.okta.com", addresses: [], secrets: [], style: TextStyle())
        #expect(text.hasPrefix("There was nothing to adopt in https://acme.okta.com.\n\nThen:\n"))
    }
}

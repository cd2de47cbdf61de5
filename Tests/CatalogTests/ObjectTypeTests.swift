import Catalog
import Kinds
import Testing
import Vocabulary

/// Okta's facts about the types of objects.
struct ObjectTypeTests {
    @Test func everyTypeIsAChoiceOfItsKind() {
        #expect(!ObjectTypes.all.isEmpty)
        for type in ObjectTypes.all {
            #expect(KindRegistry.all.contains(type.kind), "\(type.value)")
            let choices = type.kind.attribute(type.attribute)?.choices ?? []
            #expect(choices.contains(type.value), "\(type.value)")
        }
        let keys = ObjectTypes.all.map { "\($0.kind.name) \($0.attribute) \($0.value)" }
        #expect(Set(keys).count == keys.count)
    }

    @Test func everyInlineHookTypeHasFacts() {
        let types = ResourceKind.inlineHook.attribute("type")?.choices ?? []
        #expect(types.count == 6)
        for value in types {
            let values = Attributes([AttributePath("type"): .text(value)])
            let type = ObjectTypes.type(of: .inlineHook, values)
            #expect(type?.outage != nil && type?.use != nil && type?.contract != nil, "\(value)")
        }
    }

    @Test(arguments: [
        ("com.okta.import.transform", false), ("com.okta.oauth2.tokens.transform", false),
        ("com.okta.saml.tokens.transform", false), ("com.okta.telephony.provider", false),
        ("com.okta.user.credential.password.import", true),
        ("com.okta.user.pre-registration", true),
    ])
    func eachTypeSaysWhatIsFeltWithoutIt(type: String, isBlocking: Bool) throws {
        let outage = try #require(
            ResourceKind.inlineHook.outage(of: Attributes([AttributePath("type"): .text(type)])))
        #expect(outage.isBlocking == isBlocking)
        #expect(!outage.effect.isEmpty)
    }

    @Test func nothingIsSaidOfATypeThatIsNotKnown() {
        #expect(
            ResourceKind.inlineHook.outage(
                of: Attributes([AttributePath("type"): .text("com.okta.new")])) == nil)
        #expect(ResourceKind.inlineHook.outage(of: Attributes()) == nil)
        #expect(
            ResourceKind.eventHook.outage(of: Attributes([AttributePath("name"): .text("Leavers")]))
                == nil)
    }
}

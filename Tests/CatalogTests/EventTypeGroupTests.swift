import Catalog
import Testing

@testable import Kinds

struct EventTypeGroupTests {
    private static let names = [
        "Security", "Secure AI", "Secure AI Registry", "End User Security", "Core", "IGA RAMP",
        "IGA Access Request",
    ]

    @Test(arguments: [
        ("security", EventTypeGroup.Meaning.group("Security")),
        ("SECURE AI", .group("Secure AI")),
        ("secure ai r", .group("Secure AI Registry")),
        ("end", .group("End User Security")),
        ("user", .group("End User Security")),
        ("secur", .several(["End User Security", "Secure AI", "Secure AI Registry", "Security"])),
        ("iga", .several(["IGA Access Request", "IGA RAMP"])),
        ("Kore", .none(nearest: "Core")),
        ("nothing", .none(nearest: nil)),
    ])
    func `a name means one group, several or none`(
        name: String, meaning: EventTypeGroup.Meaning
    ) {
        #expect(EventTypeGroup.meaning(of: name, among: Self.names) == meaning)
    }

    @Test func `every group of the catalogue is meant by its own name`() {
        let groups = EventTypeGroup.groups(of: EventTypes.all)
        #expect(groups.map(\.typeCount).reduce(0, +) == EventTypes.all.count)
        #expect(
            groups.map(\.eligibleCount).reduce(0, +) == EventTypes.all.count(where: \.isEligible))
        for group in groups {
            #expect(
                EventTypeGroup.meaning(of: group.name.uppercased(), among: groups.map(\.name))
                    == .group(group.name))
        }
    }
}

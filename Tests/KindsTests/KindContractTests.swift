import JSON
import Kinds
import Testing
import Vocabulary

extension ResourceKind: CustomTestStringConvertible {
    public var testDescription: String { name }
}

/// What holds for every kind in the registry, whatever its attributes are.
struct KindContractTests {
    static func fixture(_ kind: ResourceKind) throws -> KindFixture {
        try #require(KindFixture.all[kind.name], "\(kind.name) has no fixture in KindFixture.all")
    }

    @Test func everyFixtureIsOfAKindAndEveryKindIsFoundByItsName() {
        #expect(Set(KindFixture.all.keys) == Set(KindRegistry.all.map(\.name)))
        for kind in KindRegistry.all {
            #expect(KindRegistry.kind(named: kind.name) == kind)
            #expect(KindRegistry.kind(of: Address(kind: kind.name, key: "x")) == kind)
        }
        #expect(KindRegistry.kind(named: "carrier_pigeon") == nil)
    }

    @Test func kindsDoNotGetInEachOthersWay() {
        let all = KindRegistry.all
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.section)).count == all.count)
        #expect(Set(all.map(\.collection)).count == all.count)
        #expect(Set(all.map(\.logPrefix)).count == all.count)
    }

    @Test(arguments: KindRegistry.all)
    func theDeclarationIsSound(_ kind: ResourceKind) {
        #expect(Address.isKey(kind.name) && Address.isKey(kind.section))
        #expect(kind.collection.hasPrefix("/api/v1/") && !kind.collection.hasSuffix("/"))
        #expect(kind.readScope.hasSuffix(".read") && kind.manageScope.hasSuffix(".manage"))
        let paths = kind.attributes.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(Set(kind.attributes.map(\.manifestName)).count == paths.count)
        #expect(kind.attributes.count { $0.has(.unique) } <= 1)
        #expect(kind.attributes.count { $0.has(.lifecycleStatus) } <= 1)
        #expect(kind.attributes.contains { $0.has(.required) })
        // Activation is what the status is changed by.
        #expect(kind.lifecycle.contains(.activate) == kind.lifecycle.contains(.deactivate))
        #expect(kind.lifecycle.contains(.activate) == (kind.statusAttribute != nil))
        for constant in kind.constants {
            #expect(!paths.contains(constant.path), "\(constant.path) is an attribute as well")
            if let with = constant.with { #expect(paths.contains(with)) }
        }
        for path in kind.paths(with: .writeOnly) {
            #expect(kind.attribute(path)?.shape == .text)
            #expect(path.contains("."), "that \(path) is set is told by its parent")
        }
        #expect(kind.limit.value > 0)
        for attribute in kind.references {
            let referenced = attribute.referencedKind.flatMap { KindRegistry.kind(named: $0) }
            // What is referred to is made first and deleted last.
            #expect(referenced.map { $0.rank < kind.rank } == true, "\(attribute.path)")
        }
        for attribute in kind.attributes {
            let values = attribute.choices
            #expect(Set(values).count == values.count)
        }
    }

    @Test(arguments: KindRegistry.all)
    func theFixtureHasEveryAttribute(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        #expect(Set(fixture.attributes.paths.map(\.attribute)) == Set(kind.attributes.map(\.path)))
        #expect(Set(fixture.secrets.keys) == kind.paths(with: .writeOnly))
    }

    @Test(arguments: KindRegistry.all)
    func anObjectIsRead(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        let object = try kind.read(fixture.full)
        #expect(object.kind == kind)
        #expect(object.id == fixture.full["id"]?.string)
        #expect(object.attributes == fixture.attributes)
        #expect((object.isVerified != nil) == kind.isVerified)
        #expect(object.created == fixture.full["created"]?.string)
        #expect(object.lastUpdated == fixture.full["lastUpdated"]?.string)
        #expect(object.name == kind.uniqueAttribute.map { fixture.full[$0]?.string } ?? object.id)
    }

    @Test(arguments: KindRegistry.all)
    func thePUTOfWhatIsReadKeepsTheObject(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        let body = try kind.body(for: fixture.filled, reveal: fixture.reveal)
        #expect(body == fixture.body)
        let least = try kind.read(fixture.least).attributes
        #expect(try kind.body(for: least, reveal: { _ in nil }) == fixture.leastBody)
    }

    @Test(arguments: KindRegistry.all)
    func whatIsWrittenIsReadBack(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        var answer = try kind.body(for: fixture.filled, reveal: fixture.reveal)
        for path in kind.paths(with: .writeOnly) { answer = answer.replacing(path, by: nil) }
        for path in kind.paths(with: .leftOutOfBodies) {
            #expect(answer[path] == nil)
            answer = answer.replacing(path, by: fixture.full[path])
        }
        answer = answer.replacing("id", by: "x1").replacing("verificationStatus", by: "UNVERIFIED")
        #expect(try kind.read(answer).attributes == fixture.attributes)
    }

    @Test(arguments: KindRegistry.all)
    func absentAndNullAndEmptyAreTheSame(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        for attribute in kind.attributes where !attribute.has(.writeOnly) {
            let expected = fixture.attributes.mapValues { path, value in
                let condition = kind.attribute(path.attribute)?.condition?.path
                return path.attribute == attribute.path || condition == attribute.path
                    ? nil : value
            }
            let empty: JSONValue =
                switch attribute.shape {
                case .text: ""
                case .names, .pairs: []
                case .filters: ["type": "EXPRESSION_LANGUAGE", "eventFilterMap": []]
                }
            for value in [nil, JSONValue.null, empty] {
                let object = try kind.read(fixture.full.replacing(attribute.path, by: value))
                #expect(
                    object.attributes == expected, "\(attribute.path): \(String(describing: value))"
                )
            }
        }
    }

    @Test(arguments: KindRegistry.all)
    func aWriteOnlyValueIsNotSetWhenItsParentIsNotThere(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        for path in kind.paths(with: .writeOnly) {
            let parent = path.split(separator: ".").dropLast().joined(separator: ".")
            for value in [nil, JSONValue.null] {
                let object = try kind.read(fixture.full.replacing(parent, by: value))
                #expect(object.attributes[path] == nil)
            }
            let shown = try kind.read(fixture.full.replacing(path, by: "shown in clear"))
            #expect(shown.attributes[path] == .unknown)
        }
    }

    @Test(arguments: KindRegistry.all)
    func aBodyThatLacksASecretIsNotMade(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        for path in kind.paths(with: .writeOnly) {
            let missing = AttributePath(path)
            var unknown = fixture.filled
            unknown[missing] = .unknown
            #expect(lack(of: kind, unknown, reveal: fixture.reveal) == missing)
            guard case .secret(let fingerprint)? = fixture.filled[missing] else {
                Issue.record("\(path) has no secret")
                continue
            }
            let lack = lack(of: kind, fixture.filled) { other in
                other == fingerprint ? nil : fixture.reveal(other)
            }
            #expect(lack == missing)
        }
    }

    private func lack(
        of kind: ResourceKind, _ attributes: Attributes, reveal: (Fingerprint) -> Secret?
    ) -> AttributePath? {
        do throws(MissingSecretError) {
            _ = try kind.body(for: attributes, reveal: reveal)
            return nil
        } catch {
            return error.path
        }
    }

    @Test(arguments: KindRegistry.all)
    func anAnswerThatIsNoObjectIsRefused(_ kind: ResourceKind) throws {
        let fixture = try Self.fixture(kind)
        #expect(fault(of: kind, fixture.full.replacing("id", by: nil)) == "id")
        #expect(fault(of: kind, fixture.full.replacing("id", by: "")) == "id")
        #expect(fault(of: kind, []) == "id")
        if kind.isVerified {
            let answer = fixture.full.replacing("verificationStatus", by: nil)
            #expect(fault(of: kind, answer) == "verificationStatus")
        }
        for attribute in kind.attributes where !attribute.has(.writeOnly) {
            let wrong: JSONValue =
                switch attribute.shape {
                case .text: 1
                case .names: ["a", 1]
                case .pairs: [["value": "without a key"]]
                case .filters: ["eventFilterMap": [["event": "a", "condition": nil]]]
                }
            #expect(
                fault(of: kind, fixture.full.replacing(attribute.path, by: wrong))
                    == attribute.path)
        }
    }

    private func fault(of kind: ResourceKind, _ answer: JSONValue) -> String? {
        do throws(WireReadingError) {
            _ = try kind.read(answer)
            return nil
        } catch {
            return error.path
        }
    }

    @Test(arguments: KindRegistry.all)
    func textsDifferByCaseExceptWhereTheyDoNot(_ kind: ResourceKind) {
        for attribute in kind.attributes {
            let path = AttributePath(attribute.path)
            let same = kind.same(path, .text("Authorization"), .text("AUTHORIZATION"))
            #expect(same == attribute.has(.caseInsensitive), "\(attribute.path)")
            let spaced = kind.same(path, .text(" a\n"), .text("a"))
            #expect(spaced == (attribute.shape == .filters), "\(attribute.path)")
            #expect(kind.same(path, nil, nil))
            #expect(!kind.same(path, nil, .text("a")))
            #expect(!kind.same(path, .text("a"), .text("b")))
            #expect(!kind.same(path, .unknown, .text("a")))
        }
    }
}

extension JSONValue {
    /// The document with the value at a dotted path put there, or taken away.
    func replacing(_ path: String, by value: JSONValue?) -> JSONValue {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard var object = self.object, let first = parts.first else { return self }
        object[first] =
            parts.count == 1
            ? value : (object[first] ?? .object(JSONObject())).replacing(parts[1], by: value)
        return .object(object)
    }
}

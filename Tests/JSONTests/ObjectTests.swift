import JSON
import Testing

@Suite struct ObjectTests {
    /// On either side of the size from which keys are indexed.
    static let sizes = [0, 1, 15, 16, 17, 18, 200]

    private func object(_ size: Int) -> JSONObject {
        JSONObject((0..<size).map { (key: "key\($0)", value: JSONValue.number(JSONNumber($0))) })
    }

    @Test(arguments: sizes)
    func everyKeyIsFoundAndNoOther(_ size: Int) {
        let object = object(size)
        #expect(object.count == size)
        #expect(object.isEmpty == (size == 0))
        #expect(object.keys == (0..<size).map { "key\($0)" })
        #expect((0..<size).allSatisfy { object["key\($0)"]?.int == $0 })
        #expect(object["key\(size)"] == nil)
    }

    @Test(arguments: sizes)
    func settingReplacesInPlaceOrAppends(_ size: Int) {
        var object = object(size)
        object["key0"] = "changed"
        object["new"] = nil
        object["last"] = .null
        #expect(object.count == max(size, 1) + 1)
        #expect(object.keys.first == "key0")
        #expect(object.keys.last == "last")
        #expect(object["key0"] == "changed")
        #expect(object["last"] == .some(.null))
    }

    @Test(arguments: sizes)
    func removingLeavesTheOthersInOrder(_ size: Int) {
        var object = object(size)
        for removed in stride(from: 0, to: size, by: 2) { object["key\(removed)"] = nil }
        let left = (0..<size).filter { !$0.isMultiple(of: 2) }
        #expect(object.keys == left.map { "key\($0)" })
        #expect((0..<size).allSatisfy { object["key\($0)"]?.int == (left.contains($0) ? $0 : nil) })
        object["key0"] = "back"
        #expect(object.keys.last == "key0")
    }

    @Test func aLaterDuplicateReplacesTheValueNotThePlace() {
        let object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.keys == ["a", "b"])
        #expect(object["a"] == 3)
        #expect((["a": 1, "b": 2, "a": 3] as JSONValue).object == object)
    }

    @Test(arguments: sizes)
    func equalityIgnoresOrderOnly(_ size: Int) {
        let object = object(size)
        let reversed = JSONObject(object.members.reversed())
        #expect(reversed == object)
        #expect(reversed.hashValue == object.hashValue)
        var more = object
        more["more"] = 1
        #expect(more != object)
        more["more"] = nil
        #expect(more == object)
        if size > 0 {
            more["key0"] = "other"
            #expect(more != object)
            more["key0"] = nil
            more["other key"] = 0
            #expect(more != object)
        }
    }

    @Test func copiesAreIndependent() {
        let original = object(20)
        var copy = original
        copy["key3"] = nil
        copy["key4"] = "changed"
        #expect(original == object(20))
        #expect(copy.count == 19)
    }
}

import Seeding
import State
import Vocabulary

/// Random snapshots of every shape: objects with and without intents, intents without objects.
struct SeededSnapshots {
    var generator: SeededGenerator
    /// No two objects of an org have one id.
    private var ids = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func snapshot() -> Snapshot {
        var snapshot = Snapshot(
            lineage: filled(), serial: Int.random(in: 0...(.max), using: &generator),
            org: "https://\(filled())")
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            let address = Address(
                kind: pick(["event_hook", "inline_hook", "hook_key"]),
                key: pick(["leavers", "Joiners-2", "a", "_", "42"]))
            if chance(3, of: 4) {
                ids += 1
                snapshot.resources[address] = RecordedResource(
                    id: "\(filled())\(ids)", attributes: attributes(),
                    isVerified: chance(1, of: 2) ? chance(1, of: 2) : nil,
                    lastUpdated: chance(1, of: 2) ? text() : nil)
            }
            if chance(1, of: 3) {
                let operations: [Intent.Operation] = [
                    .create, .update, .activate, .deactivate, .verify, .delete, .replace,
                ]
                snapshot.intents[address] = Intent(
                    operation: pick(operations), id: chance(1, of: 2) ? filled() : nil,
                    attributes: attributes(), time: text(),
                    lastUpdated: chance(1, of: 2) ? text() : nil)
            }
        }
        return snapshot
    }

    private mutating func attributes() -> Attributes {
        var attributes = Attributes()
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            let name = pick([
                "name", "channel.config.uri", "channel.config.headers", "events.items",
            ])
            let key = chance(1, of: 3) ? pick(["X-Team", "x-team", "a\"b", "[\"]", "ü", ""]) : nil
            attributes[AttributePath(name, key: key)] = value()
        }
        return attributes
    }

    private mutating func value() -> AttributeValue {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0, 1: return .text(text())
        case 2:
            return .set(of: (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() })
        case 3:
            return .secret(
                Fingerprint(n: 16384, r: 8, p: 1, salt: pick(["00ff", "abcd"]), hash: "0123456789"))
        default: return .unknown
        }
    }

    private mutating func text() -> String {
        pick(["", "plain", "with \"quotes\" and \\", "ünïcödé 😀", "\u{0}\u{1B}[31m\n", "\u{2028}"])
    }

    private mutating func filled() -> String {
        pick(["a", "00u1x", "5e0c", "ünïcödé 😀", "x\"\\\n"])
    }

    private mutating func chance(_ part: Int, of whole: Int) -> Bool {
        Int.random(in: 0..<whole, using: &generator) < part
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }
}

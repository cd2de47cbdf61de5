import Seeding
import State
import Testing

/// Damaged states: refused, or read as something that its own bytes say again.
@Suite struct MutationTests {
    @Test(arguments: 0..<8)
    func damagedBytesAreRefusedOrRead(_ seed: UInt64) throws {
        var snapshots = SeededSnapshots(seed: 3000 + seed)
        var accepted = 0
        var refused = 0
        for _ in 0..<250 {
            let damaged = damage(snapshots.snapshot().bytes(), using: &snapshots.generator)
            let read: Snapshot
            do throws(StateFileError) {
                read = try Snapshot(parsing: damaged)
            } catch {
                refused += 1
                continue
            }
            accepted += 1
            #expect(try Snapshot(parsing: read.bytes()) == read)
        }
        // Were one of them rare, this would test little.
        #expect(accepted > 10 && refused > 50)
    }

    private func damage(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
            let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.replaceSubrange(place..<end, with: piece)
            case 1: bytes.insert(contentsOf: piece, at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.removeLast(bytes.count - end)
            default:
                if place < bytes.count {
                    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
            }
        }
        return bytes
    }

    private static let pieces: [[UInt8]] = [
        "null", "true", "-1", "1e9", "{}", "[]", "\"\"", "\"id\": \"x\",", "\"intent\": {},", ",",
        "}", "\"", "\\", "\u{301}", "[\\\"", "\\\"]", "2", "x", " ", "\n", "\0",
    ].map { Array($0.utf8) }
}

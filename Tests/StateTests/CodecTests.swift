import State
import Testing
import Vocabulary

/// What a state looks like as bytes, and that nothing is lost on the way there and back.
@Suite struct CodecTests {
    private static let fingerprint = Fingerprint(n: 16384, r: 8, p: 1, salt: "00ff", hash: "abcdef")

    private static var sample: Snapshot {
        let leavers = Address(kind: "event_hook", key: "leavers")
        let joiners = Address(kind: "event_hook", key: "joiners")
        return Snapshot(
            lineage: "5e0c", serial: 7, org: "https://acme.okta.com",
            resources: [
                leavers: RecordedResource(
                    id: "who1",
                    attributes: Attributes([
                        AttributePath("name"): .text("Leavers to payroll"),
                        AttributePath("events.items"): .set(of: ["b.two", "a.one"]),
                        AttributePath("channel.config.headers", key: "X-Team"): .text("identity"),
                        AttributePath("channel.config.authScheme.value"): .secret(fingerprint),
                        AttributePath("channel.config.secret"): .unknown,
                    ]),
                    isVerified: true, lastUpdated: "2026-01-02T03:04:05.000Z")
            ],
            intents: [
                leavers: Intent(
                    operation: .verify, id: "who1", attributes: Attributes(),
                    time: "2026-01-02T03:04:06Z"),
                joiners: Intent(
                    operation: .create, id: nil,
                    attributes: Attributes([AttributePath("name"): .text("Joiners")]),
                    time: "2026-01-02T03:04:07Z"),
            ])
    }

    private static let golden = #"""
        {
          "format": "tenterhook-state",
          "lineage": "5e0c",
          "org": "https://acme.okta.com",
          "resources": {
            "event_hook.joiners": {
              "intent": {
                "attributes": {
                  "name": "Joiners"
                },
                "operation": "create",
                "time": "2026-01-02T03:04:07Z"
              }
            },
            "event_hook.leavers": {
              "attributes": {
                "channel.config.authScheme.value": {
                  "fingerprint": "scrypt:16384:8:1:00ff:abcdef"
                },
                "channel.config.headers[\"X-Team\"]": "identity",
                "channel.config.secret": {
                  "unknown": true
                },
                "events.items": [
                  "a.one",
                  "b.two"
                ],
                "name": "Leavers to payroll"
              },
              "id": "who1",
              "intent": {
                "attributes": {},
                "id": "who1",
                "operation": "verify",
                "time": "2026-01-02T03:04:06Z"
              },
              "last_updated": "2026-01-02T03:04:05.000Z",
              "verified": true
            }
          },
          "serial": 7,
          "version": 2
        }

        """#

    @Test func theBytesAreExactlyThese() {
        #expect(String(decoding: Self.sample.bytes(), as: UTF8.self) == Self.golden)
    }

    @Test func theGoldenBytesAreReadBack() throws {
        #expect(try Snapshot(parsing: Array(Self.golden.utf8)) == Self.sample)
    }

    @Test func anEmptyStateIsWrittenAndRead() throws {
        let empty = Snapshot(lineage: "l", org: "https://acme.okta.com")
        #expect(try Snapshot(parsing: empty.bytes()) == empty)
    }

    @Test(arguments: 0..<8)
    func everySnapshotSurvivesItsBytes(_ seed: UInt64) throws {
        var snapshots = SeededSnapshots(seed: seed)
        for _ in 0..<100 {
            let snapshot = snapshots.snapshot()
            let bytes = snapshot.bytes()
            let read = try Snapshot(parsing: bytes)
            #expect(read == snapshot)
            #expect(read.bytes() == bytes)
        }
    }

    @Test func aSecretThatStraysIntoATextIsMasked() {
        let sentinel = "SENTINEL-b5d1"
        let secret = Secret(sentinel)
        var snapshot = Self.sample
        for address in snapshot.resources.keys {
            snapshot.resources[address]?.attributes["description"] = .text("\(secret)")
            snapshot.resources[address]?.attributes["name"] = .text(String(reflecting: secret))
            snapshot.resources[address]?.attributes["channel.config.uri"] = .text(
                SecretReference.literal(secret).description)
        }
        let text = String(decoding: snapshot.bytes(), as: UTF8.self)
        #expect(!text.contains(sentinel))
        #expect(text.contains(Secret.mask))
    }
}

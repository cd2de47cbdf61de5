import JSON
import Kinds
import Vocabulary

extension KindFixture {
    static let hookKey = KindFixture(
        full: [
            "id": "HKY1", "keyId": "902775a2-49fc-4ebc-90ea-b15b9b30440b", "name": "Token signing",
            "created": "2026-03-01T10:00:00.000Z", "lastUpdated": "2026-03-02T10:00:00.000Z",
            "isUsed": false,
            "_embedded": [
                "kty": "RSA", "alg": "RSA", "kid": "902775a2-49fc-4ebc-90ea-b15b9b30440b",
                "use": nil, "e": "AQAB", "n": "35Z8",
            ],
        ],
        attributes: Attributes([AttributePath("name"): .text("Token signing")]),
        secrets: [:],
        body: ["name": "Token signing"],
        least: ["id": "HKY2", "name": "Token signing"],
        leastBody: ["name": "Token signing"])
}

/// Who a request acts as, told from its token.
///
/// The same token is the same admin on every run, so a drift that another token made can be laid
/// at another admin's door. Nothing here gives the token itself away.
struct Principal: Sendable, Equatable {
    /// The admin, a user id.
    let id: String
    /// The API token's own id.
    let tokenID: String

    init(token: String) {
        id = Identifiers.derived("00u", from: token)
        tokenID = Identifiers.derived("00T", from: token)
    }

    private var shortName: String { String(id.suffix(4)) }
    var displayName: String { "Lab Admin \(shortName)" }
    var alternateID: String { "admin-\(shortName.lowercased())@lab.example" }

    /// The actor of a System Log entry.
    var actor: LabJSON {
        [
            "id": .string(id), "type": "User", "alternateId": .string(alternateID),
            "displayName": .string(displayName), "detailEntry": .null,
        ]
    }

    /// Who acts when the org itself does.
    static let system: LabJSON = [
        "id": "00u00000000000000000", "type": "SystemPrincipal", "alternateId": "system@okta.com",
        "displayName": "Okta System", "detailEntry": .null,
    ]
}

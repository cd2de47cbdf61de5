/// Who a request acts as: the admin of an API token, told from the token, or a service app.
///
/// The same token is the same admin on every run, so a drift that another token made can be laid
/// at another admin's door. Nothing here gives the token itself away.
struct Principal: Sendable, Equatable {
    /// The admin, a user id; or the app's client id.
    let id: String
    /// The API token's own id; of a service app, its client id.
    let tokenID: String
    let displayName: String
    let alternateID: String
    private let type: String

    init(token: String) {
        id = Identifiers.derived("00u", from: token)
        tokenID = Identifiers.derived("00T", from: token)
        let shortName = String(id.suffix(4))
        displayName = "Lab Admin \(shortName)"
        alternateID = "admin-\(shortName.lowercased())@lab.example"
        type = "User"
    }

    init(client: OAuthClient) {
        id = client.id
        tokenID = client.id
        displayName = client.label
        alternateID = client.id
        type = "PublicClientApp"
    }

    /// The actor of a System Log entry.
    var actor: LabJSON {
        [
            "id": .string(id), "type": .string(type), "alternateId": .string(alternateID),
            "displayName": .string(displayName), "detailEntry": .null,
        ]
    }

    /// Who acts when the org itself does.
    static let system: LabJSON = [
        "id": "00u00000000000000000", "type": "SystemPrincipal", "alternateId": "system@okta.com",
        "displayName": "Okta System", "detailEntry": .null,
    ]
}

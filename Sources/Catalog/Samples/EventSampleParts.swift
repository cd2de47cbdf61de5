import JSON

extension EventSamples {
    static let rowsByGroup = Dictionary(
        uniqueKeysWithValues: cells(of: eventSampleGroups).map { cells in
            (cells[0], Row(actor: cells[1], targets: names(cells[2])))
        })

    static let rowsByType = Dictionary(
        uniqueKeysWithValues: cells(of: eventSampleTypes).map { cells in
            (
                cells[0],
                Row(
                    actor: "", targets: names(cells[1]), outcome: cells.count > 2 ? cells[2] : nil)
            )
        })

    /// Targets by the name of what they are.
    static let things = Dictionary(
        uniqueKeysWithValues: cells(of: eventSampleThings).map { cells in
            (cells[0], thing(cells[0], id: cells[1], alternateID: cells[2], name: cells[3]))
        })

    private static func cells(of table: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            line.split(separator: "|").map { cell in
                String(cell.split(separator: " ").joined(separator: " "))
            }
        }
    }

    private static func names(_ cell: String) -> [String] {
        cell.split(separator: " ").map(String.init)
    }

    private static func thing(
        _ type: String, id: String, alternateID: String, name: String
    ) -> JSONValue {
        [
            "id": .string(id), "type": .string(type), "alternateId": .string(alternateID),
            "displayName": .string(name), "detailEntry": nil,
        ]
    }

    static func actor(_ word: String) -> JSONValue {
        switch word {
        case "user":
            thing(
                "User", id: "00uSampleUser0000000", alternateID: "sample.user@example.com",
                name: "Sample User")
        case "app":
            thing(
                "PublicClientApp", id: "0oaSampleClient00000", alternateID: "unknown",
                name: "Sample client")
        case "system":
            thing(
                "SystemPrincipal", id: "unknown", alternateID: "system@okta.com",
                name: "Okta System")
        default:
            thing(
                "User", id: "00uSampleAdmin000000", alternateID: "sample.admin@example.com",
                name: "Sample Admin")
        }
    }

    /// Whether nobody is waiting for the answer.
    static func isJob(_ group: Row) -> Bool { group.actor == "system" }

    static func client(of group: Row) -> JSONValue {
        [
            "userAgent": [
                "rawUserAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0)", "os": "Linux",
                "browser": "FIREFOX",
            ],
            "zone": "null", "device": "Computer",
            "id": group.actor == "app" ? "0oaSampleClient00000" : nil,
            "ipAddress": "203.0.113.7", "geographicalContext": place,
        ]
    }

    static let noClient: JSONValue = [
        "userAgent": nil, "zone": nil, "device": nil, "id": nil, "ipAddress": nil,
        "geographicalContext": nil,
    ]

    static let chainLink: JSONValue = [
        "ip": "203.0.113.7", "geographicalContext": place, "version": "V4", "source": nil,
    ]

    private static let place: JSONValue = [
        "city": "Sampletown", "state": "Samplestate", "country": "Sampleland",
        "postalCode": "00000",
        "geolocation": ["lat": 0, "lon": 0],
    ]

    static func securityContext(_ isJob: Bool) -> JSONValue {
        if isJob {
            return ["asNumber": nil, "asOrg": nil, "isp": nil, "domain": nil, "isProxy": nil]
        }
        return [
            "asNumber": 64_496, "asOrg": "sample network", "isp": "sample network",
            "domain": "example.com", "isProxy": false,
        ]
    }

    static func debugData(of type: String) -> JSONValue {
        var data: JSONObject = ["requestId": "sampleTransaction0000000000"]
        if type == "user.account.update_profile" {
            data["changedAttributes"] = "department,title"
        }
        return .object(data)
    }

    /// `User lifecycle create`, of `user.lifecycle.create`.
    static func message(of type: String) -> String {
        let words = type.split { $0 == "." || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

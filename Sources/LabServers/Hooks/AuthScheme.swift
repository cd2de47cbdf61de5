/// The header by which the endpoint of a hook knows who calls.
struct AuthScheme: Sendable, Equatable {
    var key: String
    /// `nil` where a PUT has cleared it.
    var value: String?

    /// As it is sent to the endpoint; none where there is no value.
    var callHeaders: [HeaderField] { value.map { [HeaderField(key, $0)] } ?? [] }

    /// As the API gives it: without the secret.
    var representation: LabJSON { ["type": "HEADER", "key": .string(key)] }

    /// As `/lab/state` and the data file have it.
    var state: LabJSON {
        ["type": "HEADER", "key": .string(key), "value": LabJSON(value)]
    }
}

extension [HeaderField] {
    /// As a channel's configuration has them.
    var representation: LabJSON {
        .array(map { ["key": .string($0.name), "value": .string($0.value)] })
    }
}

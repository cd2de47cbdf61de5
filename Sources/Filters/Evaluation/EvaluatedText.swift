extension EvaluatedValue {
    /// The value as an expression would write it; an object as its members.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .long(let value): "\(value)"
        case .real(let value): decimal(value)
        case .text(let text):
            "'"
                + text.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''") + "'"
        case .list(let list): "{" + list.map(\.text).joined(separator: ", ") + "}"
        case .object(let members):
            "{" + members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ") + "}"
        }
    }
}

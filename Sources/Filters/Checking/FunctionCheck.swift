import Vocabulary

/// Functions of Okta's language that stand in a filter.
extension FilterCheck {
    /// What a function comes to.
    mutating func function(
        _ name: String, _ arguments: [Int], _ given: [FieldKind], _ node: Node
    ) -> FieldKind {
        guard let function = TextFunction(rawValue: name) else {
            let known = TextFunction.allCases.map(\.rawValue)
            let near =
                known.first { $0.lowercased() == "string" + name.lowercased() }
                ?? nearestName(to: name, among: known)
            error(
                .filterUnknownFunction,
                "Okta's documents name no function String.\(name)()."
                    + (near.map { " Did you mean String.\($0)()?" }
                        ?? " They name \(known.joined(separator: ", "))."),
                at: node.focus)
            return .anything
        }
        if let question = function.openQuestion {
            error(
                .filterUnsupportedFunction,
                "Okta's documents name String.\(name)() for profiles and policies, and leave open "
                    + "\(question).", at: node.focus)
        } else {
            undocumented(
                "Okta's documents name String.\(name)() for profiles and policies, and no function "
                    + "for filters.", at: node.focus)
        }
        guard function.takes(arguments.count) else {
            error(
                .filterWrongArguments,
                "String.\(name)() takes \(function.parameters); here it is given "
                    + (arguments.isEmpty ? "nothing." : "\(arguments.count) arguments."),
                at: node.focus)
            return Self.result(of: function)
        }
        for (argument, kind) in zip(arguments, given) { checkArgument(argument, kind, name) }
        if function == .substring {
            for place in 1...2 where given[place].isText || given[place] == .boolean {
                error(
                    .filterWrongArguments,
                    "The two places are numbers, and this is \(given[place].words).",
                    at: nodes[arguments[place]].range)
            }
        }
        return Self.result(of: function)
    }

    private mutating func checkArgument(_ argument: Int, _ kind: FieldKind, _ name: String) {
        if kind == .null {
            error(
                .filterNullArgument,
                "String.\(name)() fails for null, and so for every event.",
                at: nodes[argument].range)
        } else if kind.hasFields {
            error(
                .filterWrongArguments,
                "String.\(name)() is about texts, and this is \(kind.words).",
                at: nodes[argument].range)
        }
    }

    private static func result(of function: TextFunction) -> FieldKind {
        switch function {
        case .startsWith, .stringContains: .boolean
        case .len: .number
        default: .plainText
        }
    }
}

import Vocabulary

/// Conditions that come out the same whatever the event holds, found by trying all that their parts
/// can be.
///
/// A field that is compared with texts is each of them in turn, and something else; any other part
/// is true, false, or fails. Parts of the same text are the same. Texts are told apart by their bytes,
/// as an event's are.
extension FilterCheck {
    private static let mostParts = 64
    private static let mostTries = 729
    /// How many parts are looked at in all, so that a long expression takes no longer than another.
    private static let mostLooks = 1_000_000

    /// To be asked last: what was found decided by itself is not said again of what holds it.
    mutating func checkDecided() {
        var looks = 0
        for node in nodes where node.kind.isConnective {
            guard let parts = parts(of: node) else { continue }
            looks += parts.count * parts.tries
            guard looks <= Self.mostLooks else { return }
            guard let isTrue = decision(of: node, parts), !isDecidedWithin(node.range) else {
                continue
            }
            let fields = parts.fields.keys.sorted()
            // What fails is not true.
            if isTrue, fields.contains(where: Self.mayFail) { continue }
            let why =
                fields.isEmpty
                ? "its parts decide it among themselves"
                : "nothing that \(fields.joined(separator: " and ")) may be makes it "
                    + (isTrue ? "false" : "true")
            always(isTrue, why, node.range)
        }
    }

    /// Whether a field is asked of something that many events have null for. The event's own objects,
    /// such as its actor, are taken for being there.
    private static func mayFail(_ path: String) -> Bool {
        path.split(separator: ".").count > (path.hasPrefix("event.") ? 3 : 1)
    }

    private func isDecidedWithin(_ range: Range<Int>) -> Bool {
        findings.contains {
            [.filterAlwaysTrue, .filterAlwaysFalse].contains($0.rule)
                && range.contains($0.range.lowerBound)
        }
    }

    /// What a condition depends on.
    private struct Parts {
        /// The texts that each field is compared with; nil is null.
        var fields: [String: [[UInt8]?]] = [:]
        var others: Set<[UInt8]> = []
        var count = 0

        /// How many ways there are for them to be.
        var tries: Int {
            let ofFields = fields.values.reduce(1) { min($0 * ($1.count + 1), mostTries + 1) }
            return others.reduce(ofFields) { tries, _ in min(tries * 3, mostTries + 1) }
        }
    }

    private enum Outcome { case yes, no, fails }

    /// One way that the parts can be. A field that is none of its texts has no entry.
    private struct Trial {
        var fields: [String: [UInt8]?] = [:]
        var others: [[UInt8]: Outcome] = [:]
    }

    private func parts(of node: Node) -> Parts? {
        var parts = Parts()
        guard collect(node, &parts) else { return nil }
        return parts.tries <= Self.mostTries ? parts : nil
    }

    /// False when they are too many.
    private func collect(_ node: Node, _ parts: inout Parts) -> Bool {
        parts.count += 1
        guard parts.count <= Self.mostParts,
            parts.fields.count + parts.others.count <= 6
        else { return false }
        if node.kind.isConnective {
            for part in node.kind.children where !collect(nodes[part], &parts) { return false }
            return true
        }
        if case .literal(.bool) = node.kind { return true }
        guard let asked = asked(node) else {
            parts.others.insert(bytes(of: node))
            return true
        }
        if !parts.fields[asked.path, default: []].contains(asked.value) {
            parts.fields[asked.path, default: []].append(asked.value)
        }
        return true
    }

    /// The field that is compared with a text or null, for being it or for not being it.
    private func asked(_ node: Node) -> (path: String, value: [UInt8]?, isEqual: Bool)? {
        guard case .compare(let comparison, let left, let right) = node.kind,
            comparison.isEquality
        else { return nil }
        for (field, value) in [(left, right), (right, left)] {
            guard let path = path(of: field) else { continue }
            if let text = textLiteral(value) {
                return (path, Array(text.utf8), comparison == .equal)
            }
            if case .literal(.null) = nodes[value].kind { return (path, nil, comparison == .equal) }
        }
        return nil
    }

    private func bytes(of node: Node) -> [UInt8] { Array(text(node.range).utf8) }

    /// Whether it is always true, or never; nil when that depends.
    private func decision(of node: Node, _ parts: Parts) -> Bool? {
        var trials = [Trial()]
        for (path, values) in parts.fields {
            trials += trials.flatMap { trial in
                values.map { value in
                    var next = trial
                    next.fields[path] = .some(value)
                    return next
                }
            }
        }
        for other in parts.others {
            trials = trials.flatMap { trial in
                [Outcome.yes, .no, .fails].map { outcome in
                    var next = trial
                    next.others[other] = outcome
                    return next
                }
            }
        }
        let isTrue = outcome(of: node, trials[0]) == .yes
        return trials.allSatisfy { (outcome(of: node, $0) == .yes) == isTrue } ? isTrue : nil
    }

    private func outcome(of node: Node, _ trial: Trial) -> Outcome {
        switch node.kind {
        case .literal(.bool(let value)): return value ? .yes : .no
        case .not(let part):
            switch outcome(of: nodes[part], trial) {
            case .yes: return .no
            case .no: return .yes
            case .fails: return .fails
            }
        case .all(let parts):
            for part in parts {
                let outcome = outcome(of: nodes[part], trial)
                if outcome != .yes { return outcome }
            }
            return .yes
        case .any(let parts):
            for part in parts {
                let outcome = outcome(of: nodes[part], trial)
                if outcome != .no { return outcome }
            }
            return .no
        default:
            guard let asked = asked(node) else { return trial.others[bytes(of: node)] ?? .fails }
            guard let value = trial.fields[asked.path] else { return asked.isEqual ? .no : .yes }
            return (value == asked.value) == asked.isEqual ? .yes : .no
        }
    }
}

extension Node.Kind {
    /// Whether it joins conditions, or turns one round.
    fileprivate var isConnective: Bool {
        switch self {
        case .all, .any, .not: true
        default: false
        }
    }
}

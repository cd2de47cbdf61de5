import Catalog
import Kinds
import Vocabulary

extension ManifestDecoder {
    mutating func policy(_ entry: YAMLEntry) -> Policy {
        var policy = Policy()
        guard let fields = fields(entry.value, as: .policy, at: entry.keyLocation) else {
            return policy
        }
        if let hosts = fields["allowed_hosts"] {
            for item in list(hosts.value, of: "host names") ?? [] {
                if let pattern = hostPattern(item) { policy.allowedHosts.append(pattern) }
            }
        }
        policy.maxDeletes = fields["max_deletes"].flatMap { maxDeletes($0.value) }
        if let limits = fields["limits"],
            let figures = self.fields(limits.value, as: .limits, at: limits.keyLocation)
        {
            for limit in Limits.ofKinds {
                policy.limits[limit.name] =
                    figures[limit.name].flatMap { integer($0.value, minimum: 1) }
            }
        }
        return policy
    }

    /// An exact host name, or `*.` and one.
    private mutating func hostPattern(_ node: YAMLNode) -> String? {
        guard let text = word(node, "a host name") else { return nil }
        let name = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
        guard EndpointURL.isHost(name) else {
            findings.error(
                .invalidHostPattern,
                "\(findings.quoted(text, at: node.location)) is no host name: write one without scheme, port and path, such as"
                    + " hooks.example.com, or *.example.com for every name below it.",
                at: node.location)
            return nil
        }
        return text
    }

    private mutating func maxDeletes(_ node: YAMLNode) -> Policy.MaxDeletes? {
        guard let text = node.scalar?.text, text.hasSuffix("%") else {
            guard node.scalar?.integer != nil else {
                expected("a number such as 5, or a part such as 30%", at: node)
                return nil
            }
            return integer(node, minimum: 0).map { .count($0) }
        }
        guard let part = Int(text.dropLast()), (0...100).contains(part) else {
            findings.error(
                .notAPercentage,
                "Expected a whole number from 0 to 100 before the %.", at: node.location)
            return nil
        }
        return .percent(part)
    }
}

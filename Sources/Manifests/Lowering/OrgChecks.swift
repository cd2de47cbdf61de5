import Kinds
import Vocabulary

extension Lowering {
    /// Notes resources of a kind that share the name which Okta wants unique in the org.
    mutating func checkUniqueNames(_ declarations: [ResourceDeclaration]) {
        for kind in KindRegistry.all {
            guard let attribute = kind.uniqueAttribute else { continue }
            let path = AttributePath(attribute)
            var first: [String: ResourceDeclaration] = [:]
            for declaration in declarations where declaration.address.kind == kind.name {
                guard case .plain(.text(let name)) = declaration.values[path] else { continue }
                guard let other = first[name] else {
                    first[name] = declaration
                    continue
                }
                findings.error(
                    .duplicateName,
                    "\(quoted(name)) is the name of \(other.address) as well, and in an Okta org"
                        + " each \(kind.noun) has a name of its own.",
                    at: declaration.locations[path] ?? declaration.location,
                    related: [
                        .init(other.locations[path] ?? other.location, "It is taken first here.")
                    ])
            }
        }
    }

    /// Notes a kind of which there are more resources than an org may hold, at the first too many.
    mutating func checkCounts(_ declarations: [ResourceDeclaration]) {
        for kind in KindRegistry.all {
            let mine = declarations.filter { $0.address.kind == kind.name }
            let limit = manifest.policy.value(of: kind.limit)
            guard mine.count > limit else { continue }
            findings.error(
                .limitExceeded,
                "The manifest declares \(mine.count) of the kind \(kind.name) for the org"
                    + " \(quoted(org.name)); Okta allows \(limit) (\(kind.limit.source), read"
                    + " \(kind.limit.date)). If your org allows more, set"
                    + " policy.limits.\(kind.limit.name).", at: mine[limit].location)
        }
    }
}

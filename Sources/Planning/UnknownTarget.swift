package import Vocabulary

extension Diagnostic {
    /// A target that is no address of the manifest's or the state's.
    package static func unknownTarget(
        _ target: Address, among addresses: [Address]
    ) -> Diagnostic {
        let near = nearestAddress(to: target, among: addresses)
        return Diagnostic(
            .error, .unknownTarget,
            detail: "`\(target)` stands neither in the manifest nor in the state."
                + (near.map { " Did you mean `\($0)`?" } ?? ""))
    }
}

import Vocabulary

extension ManifestAssembly {
    /// Values that `--var` gives to names which no org has among its vars and nothing asks for: a
    /// mistyped one would be a value that goes nowhere.
    func undeclared(_ given: [String: String]) -> [Diagnostic] {
        let known = decoder.variables.union(manifest.orgs.flatMap(\.vars.keys)).sorted()
        return given.keys.sorted().filter { !known.contains($0) }.map { name in
            let near = decoder.findings.nearest(to: name, among: known)
            let others =
                known.isEmpty
                ? "The manifest has no variables." : "The variables are \(listed(known))."
            return Diagnostic(
                .error, .undeclaredVariable,
                detail: "--var gives a value to \(quoted(name)), which no org has among its vars"
                    + " and no text of the manifest asks for. "
                    + (near.map { "Did you mean \(quoted($0))?" } ?? others))
        }
    }
}

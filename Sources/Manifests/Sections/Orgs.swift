package import Vocabulary

/// An Okta org as a manifest declares it.
package struct OrgDeclaration: Hashable, Sendable {
    /// The name of the one org that a manifest without `orgs` is for.
    package static let implicitName = "default"

    package let name: String
    /// `https`, or `http` to a loopback host, without a trailing slash; nil for the environment's.
    package let url: String?
    /// nil for what the environment says.
    package let authentication: Authentication?
    package let vars: [String: String]
    /// Where it is declared; nil for the implicit one.
    package let location: SourceLocation?

    package init(
        name: String, url: String?, authentication: Authentication?, vars: [String: String] = [:],
        location: SourceLocation? = nil
    ) {
        self.name = name
        self.url = url
        self.authentication = authentication
        self.vars = vars
        self.location = location
    }
}

extension ManifestDecoder {
    /// The orgs in the order of the file; nil when they cannot be read at all.
    mutating func orgs(_ node: YAMLNode) -> [OrgDeclaration]? {
        guard let entries = namedEntries(node, "a mapping from names to orgs") else { return nil }
        return entries.compactMap { org($0) }
    }

    private mutating func org(_ entry: YAMLEntry) -> OrgDeclaration? {
        let fields = fields(entry.value, as: .org, at: entry.keyLocation)
        return OrgDeclaration(
            name: entry.key, url: fields?["url"].flatMap { orgURL($0.value) },
            authentication: fields?["auth"].flatMap { orgAuth($0.value) },
            vars: fields?["vars"].map { vars($0.value) } ?? [:], location: entry.keyLocation)
    }

    private mutating func orgURL(_ node: YAMLNode) -> String? {
        guard let text = word(node, "the org's URL") else { return nil }
        switch checkedOrgURL(text) {
        case .success(let url): return url
        case .failure(let problem):
            findings.error(
                .invalidOrgUrl, problem.description, at: node.location)
            return nil
        }
    }

    private mutating func vars(_ node: YAMLNode) -> [String: String] {
        var vars: [String: String] = [:]
        for entry in namedEntries(node, "a mapping from names to texts") ?? [] {
            vars[entry.key] = word(entry.value, "a text")
        }
        return vars
    }
}

/// An org's URL without its trailing slash, or why it is none.
package func checkedOrgURL(_ text: String) -> Result<String, URLProblem> {
    let url: EndpointURL
    do throws(URLProblem) {
        url = try EndpointURL(text)
    } catch {
        return .failure(error)
    }
    guard url.tail.isEmpty || url.tail == "/" else { return .failure(.notAnOrigin) }
    let firstLabel = url.host.prefix { $0 != "." }
    let isOktas = ["okta.com", "oktapreview.com", "okta-emea.com"].contains {
        url.host.hasSuffix("." + $0)
    }
    if isOktas, firstLabel.hasSuffix("-admin") { return .failure(.adminConsole) }
    return .success(url.tail.isEmpty ? text : String(text.dropLast()))
}

package import Kinds
package import Vocabulary

/// What is wrong with an endpoint's URL; nil when it may be used. The diagnostic has no location.
///
/// - Parameter isSecret: whether the URL came from a secret reference, so that not even its host may
///   be shown.
package func endpointURLProblem(
    _ url: String, policy: Policy, isSecret: Bool = false
) -> Diagnostic? {
    let limit = policy.value(of: .urlLength)
    let host: String
    do throws(URLProblem) {
        host = try EndpointURL(url).host
        if url.unicodeScalars.count > limit { throw .tooLong(limit: limit) }
    } catch {
        return Diagnostic(
            .error, .invalidEndpointUrl, detail: error.description)
    }
    guard !policy.allows(host: host) else { return nil }
    let name = isSecret ? "The host of the secret URL" : "The host \(host)"
    return Diagnostic(
        .error, .hostNotAllowed,
        detail: "\(name) is not among the policy's allowed_hosts: \(listed(policy.allowedHosts))."
            + " Nothing is sent there unless the policy allows it.", isGuard: true)
}

/// The host of a URL that `endpointURLProblem` would not call broken, in lower case, an IPv6 address
/// without its brackets; nil for any other text.
package func host(of url: String) -> String? {
    do throws(URLProblem) {
        return try EndpointURL(url).host
    } catch {
        return nil
    }
}

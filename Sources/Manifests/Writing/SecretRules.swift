/// What in an object that can be read in the org is better not written into a file.
enum SecretRules {
    /// Whether a URL carries a token, as an Okta Workflows invoke URL does: a parameter whose name
    /// says so, or a long run of letters and digits mixed, in the path or in a parameter's value.
    static func carriesToken(_ url: String) -> Bool {
        let tail: String
        do throws(URLProblem) {
            tail = try EndpointURL(url).tail
        } catch {
            // No URL that a manifest may hold, in clear or not.
            return false
        }
        let parts = tail.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        if holdsLongRun(parts[0]) { return true }
        guard parts.count == 2 else { return false }
        return parts[1].split(whereSeparator: { $0 == "&" || $0 == ";" }).contains { parameter in
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return holdsLongRun(parameter) }
            return namesSecret(pair[0].lowercased()) || holdsLongRun(pair[1])
        }
    }

    /// Whether a header's value is to be taken from a reference. One that is empty cannot be, and
    /// hides nothing.
    static func isSecret(header name: String, value: String) -> Bool {
        !value.isEmpty && HeaderRules.smellsOfSecret(name)
    }

    private static func namesSecret(_ name: String) -> Bool {
        if ["key", "code", "sig", "auth"].contains(name) { return true }
        return [
            "token", "secret", "password", "passwd", "api-key", "api_key", "apikey", "access-key",
            "access_key", "accesskey", "signature", "credential", "authorization",
        ].contains { name.contains($0) }
    }

    /// Whether there is a run of 16 letters and digits or more, some of them of each sort. A name
    /// that people made has hyphens in it, and so has a UUID.
    private static func holdsLongRun(_ text: Substring) -> Bool {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.contains { run in
            run.utf8.count >= 16 && run.contains(where: \.isNumber)
                && run.contains(where: \.isLetter)
        }
    }
}

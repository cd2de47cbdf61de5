/// The target of `rel="next"` among `Link` headers (RFC 8288); nil when there is none.
func nextLink(in headers: [String]) -> String? {
    for header in headers {
        var scanner = HeaderScanner(header)
        while scanner.take("<") {
            let target = scanner.text(before: [">"])
            guard scanner.take(">") else { break }
            var isNext = false
            while scanner.take(";") {
                scanner.skipBlanks()
                let name = scanner.text(before: ["=", ";", ",", " ", "\t"])
                guard scanner.take("=") else { continue }
                let value = scanner.value()
                if name.lowercased() == "rel" {
                    isNext = value.lowercased().split(separator: " ").contains("next")
                }
            }
            if isNext { return target }
            guard scanner.take(",") else { break }
        }
    }
    return nil
}

/// The scopes that `WWW-Authenticate` headers ask for (RFC 6750, section 3), sorted.
func scopesAskedFor(in headers: [String]) -> [String] {
    let values = challengeValues("scope", in: headers)
    return Set(values.flatMap { $0.split(separator: " ").map(String.init) }).sorted()
}

/// The values that a parameter has in `WWW-Authenticate` headers (RFC 9110, section 11.6.1).
func challengeValues(_ parameter: String, in headers: [String]) -> [String] {
    var values: [String] = []
    for header in headers {
        var scanner = HeaderScanner(header)
        while !scanner.isAtEnd {
            scanner.skipBlanks()
            let name = scanner.text(before: ["=", ",", " ", "\t"])
            if scanner.take("=") {
                let value = scanner.value()
                if name.lowercased() == parameter { values.append(value) }
            } else {
                // The name of a scheme, or the sign between two parameters.
                _ = scanner.take(",")
            }
        }
    }
    return values
}

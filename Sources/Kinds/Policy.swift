/// Guards that a manifest sets; a breach is an error at plan time.
package struct Policy: Hashable, Sendable {
    package enum MaxDeletes: Hashable, Sendable {
        case count(Int)
        /// Of the managed objects, 0 to 100, once there are ten or more of them.
        case percent(Int)
    }

    /// Host names to which endpoints may point: exact, or `*.example.com` for any name below it.
    /// Empty allows every host.
    package var allowedHosts: [String]
    package var maxDeletes: MaxDeletes?
    /// Limits that differ in these orgs from what is shipped, by the limit's name.
    package var limits: [String: Int]

    package init(
        allowedHosts: [String] = [], maxDeletes: MaxDeletes? = nil, limits: [String: Int] = [:]
    ) {
        self.allowedHosts = allowedHosts
        self.maxDeletes = maxDeletes
        self.limits = limits
    }

    package func value(of limit: Limit) -> Int { limits[limit.name] ?? limit.value }

    /// Whether an endpoint's host is allowed; names are compared without case.
    package func allows(host: String) -> Bool {
        if allowedHosts.isEmpty { return true }
        let host = host.lowercased()
        return allowedHosts.contains { pattern in
            let pattern = pattern.lowercased()
            return pattern.hasPrefix("*.") ? host.hasSuffix(pattern.dropFirst(1)) : host == pattern
        }
    }
}

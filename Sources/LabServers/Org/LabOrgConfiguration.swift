extension LabOrg {
    /// How an org is set up.
    package struct Configuration: Sendable {
        /// 0: the kernel chooses.
        package var port = 0
        /// Where the content is loaded from and kept; `nil`: in memory alone.
        package var dataPath: String?
        /// The API tokens that are let in; empty: any.
        package var tokens: [String] = []
        /// Added to every API answer.
        package var latency: Duration = .zero
        /// Events that the System Log begins with; not kept in the data file.
        package var logPath: String?
        /// Requests by window, for each of Okta's buckets but that of the System Log.
        package var rateLimit = 10_000
        /// Requests by window for the System Log; `nil`: 120, and no more than `rateLimit`.
        package var logsRateLimit: Int?
        package var rateWindowSeconds = 60
        package var maximumEventHooks = 25
        package var maximumEventTypes = 300
        package var maximumInlineHooks = 100
        package var maximumHookKeys = 50
        /// For one attempt of a handshake, a delivery or an execution.
        package var endpointTimeout: Duration = .seconds(3)
        package var endpointMap = EndpointMap()
        package var switches = OrgSwitches()

        package init() {}
    }
}

import HTTPTransport
import Ports
import Vocabulary

/// Signs by a token that a program prints.
///
/// Nothing is known of when it runs out, so the program is run again when Okta answers 401; once for
/// all requests that were sent with the old one.
actor CommandSigner: RequestSigner {
    private var token: Secret
    private var count = 1
    private let again: @Sendable () async -> Secret?
    private var running: Task<Bool, Never>?

    init(_ token: Secret, again: @escaping @Sendable () async -> Secret?) {
        self.token = token
        self.again = again
    }

    func sign(_: String, _: String, scopes: Set<String>) -> SignedHeaders {
        SignedHeaders(
            headers: [(name: "Authorization", value: Self.authorization(token.reveal()))],
            token: count)
    }

    func remedy(
        for response: HTTPResponse, to sent: SignedHeaders, after tried: Set<SignatureRemedy>
    ) async -> SignatureRemedy? {
        // A fresh token that is refused as well is no reason to run the program once more.
        guard response.status == 401, !tried.contains(.token) else { return nil }
        if sent.token != count { return .token }
        let run =
            running
            ?? Task {
                let fresh = await self.again()
                // Before anybody who waits for it goes on, or they would sign with the old one.
                self.take(fresh)
                return fresh != nil
            }
        running = run
        return await run.value ? .token : nil
    }

    private func take(_ fresh: Secret?) {
        running = nil
        guard let fresh else { return }
        token = fresh
        count += 1
    }

    /// The header's value for what a program has printed.
    static func authorization(_ text: String) -> String {
        for scheme in ["Bearer ", "SSWS "]
        where text.lowercased().hasPrefix(scheme.lowercased()) {
            return scheme + text.dropFirst(scheme.count)
        }
        let isAccessToken = text.split(separator: ".", omittingEmptySubsequences: false).count == 3
        return (isAccessToken ? "Bearer " : "SSWS ") + text
    }
}

import HTTPTransport
package import Kinds
package import Ports

extension OktaClient {
    /// More pages than anything here fills; a list that goes on is a fault.
    static let maxPages = 100

    /// Every object of a kind, sorted by id. Okta answers in one page; should it ever name a next
    /// one, that is followed, as Okta asks its clients to do.
    package func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] {
        var objects: [String: LiveObject] = [:]
        let all = try await pages(
            kind.collection, of: kind.section, scopes: options.access.scopes(for: kind)
        ) { (response) throws(MalformedAnswer) in try response.objects(of: kind) }
        for object in all { objects[object.id] = object }
        return objects.values.sorted { $0.id < $1.id }
    }

    /// Everything in a list, page by page.
    ///
    /// - Parameters:
    ///   - query: of the first page; the others are as Okta names them.
    ///   - name: what is listed, for people.
    ///   - scopes: what the requests need, as far as it is known.
    func pages<Item: Sendable>(
        _ path: String, query: String = "", of name: String, scopes: Set<String> = [],
        read: (HTTPResponse) throws(MalformedAnswer) -> [Item]
    ) async throws(OrgError) -> [Item] {
        var items: [Item] = []
        var target: String? = url + path + (query.isEmpty ? "" : "?\(query)")
        var pages = 0
        while let pageURL = target {
            guard pages < Self.maxPages else {
                throw failure("The list of \(name) has more than \(pages) pages.")
            }
            let request = OrgRequest(
                method: "GET", url: pageURL, path: path, timeout: options.timeout, scopes: scopes)
            let page = try await perform(request) { (response) throws(MalformedAnswer) in
                (items: try read(response), next: nextLink(in: response.headers("Link")))
            }
            items += page.items
            if let next = page.next {
                target = try pageAddress(next, of: "list", after: pageURL)
            } else {
                target = nil
            }
            pages += 1
        }
        return items
    }

    /// The address of a next page, which must be the org's own: credentials go along.
    ///
    /// - Parameters:
    ///   - noun: what has pages.
    ///   - page: the page that names it, which it cannot be.
    func pageAddress(
        _ link: String, of noun: String, after page: String?
    ) throws(OrgError) -> String {
        let isPath = link.hasPrefix("/") && !link.hasPrefix("//")
        let address = isPath ? url + link : link
        guard let origin = try? URLOrigin(address), origin == (try? URLOrigin(url)) else {
            throw failure(
                "The \(noun)'s next page is not at the org's URL, so it was not asked for.")
        }
        guard address != page else {
            throw failure("The \(noun)'s next page is the same page again.")
        }
        return address
    }

    private func failure(_ detail: String) -> OrgError {
        .unavailable(OrgError.Failure(detail: detail, mayHaveHappened: false))
    }
}

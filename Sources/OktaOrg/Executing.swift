import HTTPTransport
package import JSON
package import Kinds
package import Ports

extension OktaClient: HookExecutor {
    package func execute(
        _ kind: ResourceKind, id: String, payload: JSONValue
    ) async throws(OrgError) -> EndpointAnswer {
        let path = try objectPath(kind, id) + "/execute"
        let request = OrgRequest(
            method: "POST", url: url + path, path: path, body: payload,
            timeout: max(options.timeout, OrgOptions.verifyTimeout),
            scopes: options.access.scopes(for: kind))
        return try await perform(request) { (response) throws(MalformedAnswer) in
            EndpointAnswer(
                status: response.status, body: response.body, elapsed: response.timings.total)
        }
    }
}

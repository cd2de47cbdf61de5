/// One operation of the API: a method, a path with its parameters in braces, and what it does.
struct Route: Sendable {
    typealias Handler = @Sendable (OrgCall) async throws(OktaError) -> LabAnswer

    let method: String
    /// `/api/v1/eventHooks/{id}`
    let template: String
    /// The rate limit it is counted under.
    let bucket: String
    let handle: Handler

    init(
        _ method: String, _ template: String, bucket: String = "/api/v1",
        handle: @escaping Handler
    ) {
        self.method = method
        self.template = template
        self.bucket = bucket
        self.handle = handle
    }

    /// The parameters in the path, or `nil` where it is another path.
    func parameters(in path: String) -> [String: String]? {
        let wanted = template.split(separator: "/")
        let given = path.split(separator: "/")
        guard wanted.count == given.count else { return nil }
        var parameters: [String: String] = [:]
        for (wanted, given) in zip(wanted, given) {
            if wanted.hasPrefix("{") {
                parameters[String(wanted.dropFirst().dropLast())] = String(given)
            } else if wanted != given {
                return nil
            }
        }
        return parameters
    }
}

/// All operations of the API.
struct RouteTable: Sendable {
    let routes: [Route]

    enum Match: Sendable {
        case route(Route, parameters: [String: String])
        /// The path is there, but not for this method.
        case wrongMethod(template: String, bucket: String)
        case unknownPath
    }

    func match(_ method: String, _ path: String) -> Match {
        var match = Match.unknownPath
        for route in routes {
            guard let parameters = route.parameters(in: path) else { continue }
            if route.method == method { return .route(route, parameters: parameters) }
            match = .wrongMethod(template: route.template, bucket: route.bucket)
        }
        return match
    }
}

extension RouteTable.Match {
    /// The template for the record of requests; the path itself for what is unknown.
    func template(orPath path: String) -> String {
        switch self {
        case .route(let route, _): route.template
        case .wrongMethod(let template, _): template
        case .unknownPath: path
        }
    }

    var bucket: String {
        switch self {
        case .route(let route, _): route.bucket
        case .wrongMethod(_, let bucket): bucket
        case .unknownPath: "/api/v1"
        }
    }
}

/// An admitted request on its way to an operation.
struct OrgCall: Sendable {
    let request: LabRequest
    let parameters: [String: String]
    let principal: Principal
    let requestID: String
    let world: OrgWorld
    let configuration: LabOrg.Configuration

    /// The object in the path.
    var id: String { parameters["id"] ?? "" }

    /// The body as JSON.
    func body() throws(OktaError) -> LabJSON {
        do {
            return try LabJSON.parse(request.body)
        } catch {
            throw .notWellFormed
        }
    }
}

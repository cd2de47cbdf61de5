extension OrgService {
    /// Answers the lab's own paths, which need no token and no Okta has.
    func administer(_ request: LabRequest) async -> LabAnswer {
        do {
            switch (request.method, request.path) {
            case ("GET", "/lab/state"): return .prettyJSON(await world.state)
            case ("PUT", "/lab/state"):
                try await world.replace(with: Self.json(request))
                return .prettyJSON(await world.state)
            case ("PUT", "/lab/hook-users"):
                let users = try HookUsers(state: Self.json(request), now: await world.now)
                try await world.change(HookUsers.self) { all, _, _ in all = users }
                return .prettyJSON(users.state)
            case ("GET", "/lab/requests"): return .prettyJSON(await traffic.record)
            case ("DELETE", "/lab/requests"):
                await traffic.forgetRequests()
                return .noContent
            case ("GET", "/lab/faults"): return .prettyJSON(await traffic.pendingFaults)
            case ("POST", "/lab/faults"):
                return .prettyJSON(
                    await traffic.add(try FaultPlan(Self.json(request))), status: 201)
            case ("DELETE", "/lab/faults"):
                await traffic.removeFaults()
                return .noContent
            case ("POST", "/lab/clients"): return try await putClient(Self.json(request))
            case ("DELETE", "/lab/tokens"):
                await tokens.revokeAll()
                return .noContent
            case ("PUT", "/lab/dpop-nonce"):
                await tokens.wantNonce(try Self.json(request).flag ?? false)
                return .noContent
            case ("POST", "/lab/clock"): return try await setClock(Self.json(request))
            case ("POST", "/lab/events"): return try await postEvents(request)
            case ("POST", "/lab/log"): return try await putIntoLog(request)
            default: return .plain("The lab has no \(request.method) \(request.path).", status: 404)
            }
        } catch let fault as StateFault {
            return .refused(fault.reason)
        } catch let error as OktaError {
            return error.answer
        } catch {
            return .refused("\(error)")
        }
    }

    static func json(_ request: LabRequest) throws(StateFault) -> LabJSON {
        do {
            return try LabJSON.parse(request.body)
        } catch {
            throw StateFault("not JSON: \(error.reason) at byte \(error.offset)")
        }
    }

    /// Takes in a service app, in place of one with the same id.
    private func putClient(_ body: LabJSON) async throws -> LabAnswer {
        let client = try OAuthClient(body)
        try await world.change(OAuthClients.self) { clients, _, _ in clients.put(client) }
        return .prettyJSON(client.state, status: 201)
    }

    /// `{"advanceSeconds": N}`, `{"freezeAt": "…"}` or `{"reset": true}`.
    private func setClock(_ body: LabJSON) async throws -> LabAnswer {
        if let seconds = body["advanceSeconds"]?.integer {
            guard OrgWorld.canBeOff(bySeconds: seconds) else {
                throw StateFault("advanceSeconds is more than a clock can take")
            }
            try await world.advanceClock(bySeconds: seconds)
        } else if let moment = body["freezeAt"]?.text.flatMap(Timestamp.init) {
            await world.freezeClock(at: moment)
        } else if body["reset"]?.flag == true {
            try await world.resetClock()
        } else {
            throw StateFault("advanceSeconds, freezeAt or reset was expected")
        }
        return .prettyJSON(["now": .string(await world.now.text)])
    }
}

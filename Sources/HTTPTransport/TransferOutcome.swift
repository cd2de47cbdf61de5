import CLibCurl
import CurlShim

extension Transfer {
    /// What became of the exchange, once libcurl is done with it.
    func outcome(of code: CURLcode, easy: UnsafeMutableRawPointer) -> Outcome {
        guard code == CURLE_OK else { return .failure(failure(code, easy: easy)) }
        // libcurl is content with a connection that ends among the headers.
        guard head.isComplete else {
            return .failure(.interrupted(detail: "\(origin): the answer ended among its headers"))
        }
        var facts = EasyFacts(easy)
        let response = HTTPResponse(
            status: facts.number(CURLINFO_RESPONSE_CODE),
            httpVersion: Self.versionName(facts.number(CURLINFO_HTTP_VERSION)),
            headers: head.headers,
            body: body,
            timings: Self.timings(&facts),
            connection: request.wantsConnectionFacts ? Self.connection(&facts) : nil
        )
        if let unknown = facts.refusal {
            return .failure(.interrupted(detail: "\(origin): \(unknown)"))
        }
        return .success(response)
    }

    private static func versionName(_ number: Int) -> String {
        switch number {
        case Int(CURL_HTTP_VERSION_1_0): "1.0"
        case Int(CURL_HTTP_VERSION_2_0): "2"
        case Int(CURL_HTTP_VERSION_3): "3"
        default: "1.1"
        }
    }

    /// libcurl counts every phase from the start of the transfer; here each has its own length.
    private static func timings(_ facts: inout EasyFacts) -> HTTPTimings {
        var timings = HTTPTimings()
        timings.total = facts.duration(CURLINFO_TOTAL_TIME_T)
        let ready = facts.duration(CURLINFO_PRETRANSFER_TIME_T)
        timings.firstByte = max(.zero, facts.duration(CURLINFO_STARTTRANSFER_TIME_T) - ready)
        timings.connectionReused = facts.number(CURLINFO_NUM_CONNECTS) == 0
        if !timings.connectionReused {
            let lookedUp = facts.duration(CURLINFO_NAMELOOKUP_TIME_T)
            let connected = facts.duration(CURLINFO_CONNECT_TIME_T)
            let secured = facts.duration(CURLINFO_APPCONNECT_TIME_T)
            timings.nameLookup = lookedUp
            timings.connect = max(.zero, connected - lookedUp)
            timings.tls = max(.zero, secured - connected)
        }
        return timings
    }

    private static func connection(_ facts: inout EasyFacts) -> ConnectionFacts {
        ConnectionFacts(
            remoteAddress: facts.text(CURLINFO_PRIMARY_IP),
            remotePort: facts.number(CURLINFO_PRIMARY_PORT),
            certificates: facts.certificates().map { CertificateFacts(lines: $0) }
        )
    }
}

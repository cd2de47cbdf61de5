import Ports
import Testing

@testable import Endpoints

@Suite("What Okta would think of an answer to its challenge")
struct JudgeTests {
    private func judge(_ body: String, status: Int = 200) -> ProbeAnswer {
        EndpointProber.judge(status: status, body: Array(body.utf8), token: "a-token")
    }

    @Test func theChallengeUnderVerificationPasses() {
        #expect(judge(#"{"verification":"a-token"}"#) == .passed)
        #expect(judge(#"{"more":1,"verification":"a-token"}"#) == .passed)
    }

    @Test(
        "everything else fails, and its text is not repeated",
        arguments: [
            #"{"verification":"another-token"}"#, #"{"Verification":"a-token"}"#,
            #"{"verification":1}"#, #"["a-token"]"#, "a-token", "",
        ])
    func anythingElseFails(_ body: String) {
        guard case .failed(200, let detail) = judge(body) else {
            Issue.record("\(body) passes")
            return
        }
        #expect(!detail.contains("token"))
    }

    @Test func anotherStatusFailsWhateverTheBody() {
        for status in [201, 204, 302, 401, 500] {
            let answer = judge(#"{"verification":"a-token"}"#, status: status)
            #expect(
                answer == .failed(status: status, detail: "It answered with status \(status)."))
        }
    }
}

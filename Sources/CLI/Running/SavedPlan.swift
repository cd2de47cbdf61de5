import Cryptography
import JSON
import Planning
import Rendering
import Vocabulary

/// A plan in a file: Terraform's plan representation, with the exact plan and a checksum beside it.
enum SavedPlan {
    static let seal = PlanSeal(version: BuildFacts.version, checksum: checksum)

    /// Refuses a place where a file stands that is no saved plan: a manifest, a state or a secret
    /// would be lost for a slip of the hand. A plan that is there may be replaced, and an empty file,
    /// as `mktemp` makes it.
    static func ensurePlace(_ path: String) throws {
        guard DiskFiles.isRegular(path), case .success(let bytes) = DiskFiles.read(path),
            !bytes.isEmpty, !isPlan(bytes)
        else { return }
        throw Failure(
            .error, .planWouldOverwrite,
            [
                "\(path) is there and is no saved plan of Tenterhook's. It is left as it is, and "
                    + "nothing was planned. Give --out another name, or remove the file first."
            ])
    }

    private static func isPlan(_ bytes: [UInt8]) -> Bool {
        do throws(JSONParseError) {
            let document = try JSONValue(parsing: bytes).object
            return document?["tenterhook"]?.object != nil && document?["checksum"]?.string != nil
        } catch {
            return false
        }
    }

    static func write(_ plan: Plan, to path: String) throws {
        do throws(FileProblem) {
            let text = renderDocument(PlanView(plan).json(seal))
            try DiskFiles.write(Array(text.utf8), to: path, .replacing, mode: 0o600)
        } catch {
            throw Failure(.error, .planNotSaved, ["\(path): \(error.words)."])
        }
    }

    static func read(_ path: String) throws -> Plan {
        let bytes: [UInt8]
        switch DiskFiles.read(path) {
        case .success(let read): bytes = read
        case .failure(let problem):
            throw Failure(.error, .planUnreadable, ["\(path): \(problem.words)."])
        }
        func damaged(_ what: String) -> Failure {
            Failure(
                .stalePlan, .planDamaged,
                ["\(path): \(what). Nothing was done. Make it again:"],
                // What is no plan of ours may be a manifest, which a plan must not replace.
                commands: [
                    "tenterhook plan --out \(isPlan(bytes) ? shellWord(path) : "plan.json")"
                ])
        }
        let document: JSONValue
        do throws(JSONParseError) {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw damaged("\(error)")
        }
        guard let object = document.object, let exact = object["tenterhook"] else {
            throw damaged("it is no plan of Tenterhook's")
        }
        guard object["checksum"]?.string == checksum(object) else {
            throw damaged("its checksum does not fit; it was edited or cut")
        }
        do throws(PlanReadingError) {
            return try Plan(json: exact)
        } catch {
            throw damaged(error.detail)
        }
    }

    /// SHA-256 over everything else in the document, however it is laid out.
    @Sendable private static func checksum(_ document: JSONObject) -> String {
        var rest = document
        rest["checksum"] = nil
        return SHA256Digest.hex(of: JSONValue.object(rest).bytes(.compact, sorted: true))
    }
}

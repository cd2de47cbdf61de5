package import JSON
package import Vocabulary

/// Why a file is no Terraform state that can be read. No value of the file is ever told.
package enum TerraformStateError: Error, Hashable, Sendable {
    /// Not JSON at all, and where it stops being it.
    case notJSON(JSONParseError)
    /// Larger than any state of hooks need be.
    case tooLarge
    /// Text in UTF-16, as PowerShell's `>` writes it.
    case utf16
    /// A saved plan, or another archive.
    case archive
    /// What `terraform show -json` prints.
    case shown
    /// A state that OpenTofu has encrypted.
    case encrypted
    /// A state of Tenterhook's own.
    case ownState
    /// JSON, but of something else.
    case notState
    /// A state in another format; and the Terraform that wrote it, where the file says.
    case version(Int, writtenBy: String?)
    /// A state that is not as its format says: `resources[3].instances[0].attributes.id: …`.
    case damaged(String)
}

extension TerraformStateError {
    /// The error for people, with what to do.
    package func diagnostic(file: String) -> Diagnostic {
        // Never the file's own name: it may be a manifest, or the state that is to be pulled.
        let pull = ["terraform state pull > pulled.tfstate"]
        switch self {
        case .notJSON(let error):
            return Diagnostic(
                .error, .terraformNotJson,
                detail: "\(file) is not JSON: \(error). Get a whole state from Terraform:",
                commands: pull)
        case .tooLarge:
            return Diagnostic(
                .error, .terraformTooLarge,
                detail:
                    "\(file) has more than \(JSONLimits().maxBytes >> 20) MB. Take the hooks out "
                    + "of it:",
                commands: [
                    "jq '.resources |= map(select(.type | test(\"hook\")))' \(file) > hooks.tfstate"
                ])
        case .utf16:
            return Diagnostic(
                .error, .terraformUtf16,
                detail: "\(file) is text in UTF-16, as PowerShell's `>` writes it. States are in "
                    + "UTF-8:",
                commands: ["terraform state pull | Out-File -Encoding utf8 pulled.tfstate"])
        case .archive:
            return Diagnostic(
                .error, .terraformArchive,
                detail: "\(file) is an archive, as a saved plan is one. Get the state instead:",
                commands: pull)
        case .shown:
            return Diagnostic(
                .error, .terraformShown,
                detail: "\(file) is what `terraform show -json` prints. Get the state itself:",
                commands: pull)
        case .encrypted:
            return Diagnostic(
                .error, .terraformEncrypted,
                detail: "\(file) is a state that OpenTofu has encrypted. OpenTofu decrypts it "
                    + "where it is configured to:",
                commands: ["tofu state pull > pulled.tfstate"])
        case .ownState:
            return Diagnostic(
                .error, .terraformOwnState,
                detail: "\(file) is Tenterhook's own state: leave it as it is. Get the state of "
                    + "Terraform:",
                commands: pull)
        case .notState:
            return Diagnostic(
                .error, .terraformNotState,
                detail: "\(file) is JSON, but without `version` and `resources`. Get the state "
                    + "from Terraform:",
                commands: pull)
        case .version(let version, let writer):
            let by = writer.map { ", written by Terraform \($0)" } ?? ""
            let isOld = version < TerraformFile.version
            return Diagnostic(
                .error, .terraformVersion,
                detail: "\(file) has version \(version)\(by); version \(TerraformFile.version) can "
                    + "be read, which Terraform 0.12 and later and OpenTofu write. "
                    + (isOld
                        ? "A current Terraform turns it into one when it has applied once; then:"
                        : "Get the state with a Terraform that writes it:"),
                commands: pull)
        case .damaged(let what):
            return Diagnostic(
                .error, .terraformDamaged,
                detail: "\(file) cannot be read: \(what). Get a whole state from Terraform:",
                commands: pull)
        }
    }
}

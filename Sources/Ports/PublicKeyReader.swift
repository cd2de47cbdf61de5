package import Kinds
package import Vocabulary

/// Reads the public halves of keys that the org keeps.
package protocol PublicKeyReader: OrgReader {
    /// The public half, numbers and all; nil when the org does not have it.
    func publicKey(_ kind: ResourceKind, id: String) async throws(OrgError) -> PublicKey?
}

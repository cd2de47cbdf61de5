package import Kinds
import Ports
import State
package import Vocabulary

/// A hook key as the org has it.
package struct HookKeyResult: Sendable {
    package let key: LiveObject
    /// The public half; nil if it wasn't asked for or the org doesn't have it.
    package let publicHalf: PublicKey?
}

extension OrgSession {
    /// Reads a managed hook key.
    ///
    /// - Parameter withPublicHalf: Whether to read the public half too, which is another request.
    /// - Returns: The key; nil if the org no longer has it.
    package func hookKey(
        _ address: Address, _ kind: ResourceKind, withPublicHalf: Bool
    ) async throws(ApplicationError) -> HookKeyResult? {
        let id = try await state().resource(address, of: workspace.manifest).id
        return try await asking { () async throws(OrgError) in
            guard let key = try await client.read(kind, id: id) else { return nil }
            var half: PublicKey?
            if withPublicHalf, let name = key.publicKey?.id {
                half = try await client.publicKey(kind, id: name)
            }
            return HookKeyResult(key: key, publicHalf: half)
        }
    }
}

import Foundation

/// A JSON Web Token as it came: its parts, and what its signature is over. Nothing of it is proven
/// before `isSigned(by:)`.
struct SignedJSON: Sendable {
    let header: LabJSON
    let claims: LabJSON
    private let signed: String
    private let signature: Data

    /// `nil` for anything but three parts, the first two of them JSON objects.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let header = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Data(base64URL: parts[2])
        else { return nil }
        self.header = header
        self.claims = claims
        self.signature = signature
        signed = "\(parts[0]).\(parts[1])"
    }

    var algorithm: String { header["alg"]?.text ?? "" }

    func isSigned(by key: PublicKey) -> Bool {
        key.verifies(signature, over: signed, algorithm: algorithm)
    }

    private static func object(_ part: String) -> LabJSON? {
        guard let bytes = Data(base64URL: part), let json = try? LabJSON.parse(bytes),
            json.members != nil
        else { return nil }
        return json
    }
}

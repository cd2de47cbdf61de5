/// What a create or replace asks for, checked as far as the body alone tells.
///
/// A `status` is ignored by both, as recorded.
struct InlineHookDraft: Sendable {
    var name: String
    /// A replace need not name it.
    var type: InlineHookType?
    var version: String
    var channel: InlineHookChannel

    /// Reads a body, or says all that is wrong with it.
    init(_ body: LabJSON, needsType: Bool) throws(OktaError) {
        var reader = try BodyReader(body)
        name = try reader.name()
        let word =
            needsType ? try reader.requiredText("type") : try reader.optionalText("type") ?? ""
        type = InlineHookType(rawValue: word)
        if type == nil, !word.isEmpty { throw .notWellFormed }
        version = try reader.requiredText("version")
        if let type, !version.isEmpty, !type.versions.contains(version) {
            reader.refuse(Self.unsupported(version, type))
        }
        channel = try Self.channel(&reader)
        if !reader.causes.isEmpty { throw .invalid("inlineHook", reader.causes) }
    }

    /// Refuses what does not fit a hook of this type, which it has for good.
    func check(against type: InlineHookType) throws(OktaError) {
        if let own = self.type, own != type {
            throw .invalid("inlineHook", ["type: The type of an inline hook cannot be changed"])
        }
        if !type.versions.contains(version) {
            throw .invalid("inlineHook", [Self.unsupported(version, type)])
        }
    }

    private static func unsupported(_ version: String, _ type: InlineHookType) -> String {
        "version: The version \(version) is not supported for \(type.rawValue)"
    }
}

extension InlineHookDraft {
    private static func channel(
        _ reader: inout BodyReader
    ) throws(OktaError) -> InlineHookChannel {
        try reader.requiredWord("channel.type", of: ["HTTP", "OAUTH"])
        try reader.checkChannelVersion()
        let uri = try reader.address("channel.config.uri")
        let headers = try reader.channelHeaders()
        if let method = try reader.optionalText("channel.config.method"), method != "POST" {
            reader.refuse("channel.config.method: The method can only be POST")
        }
        let security: InlineHookChannel.Security =
            try reader.optionalText("channel.type") == "OAUTH"
            ? .oauth(try client(&reader)) : .header(try reader.authScheme())
        return InlineHookChannel(uri: uri, headers: headers, security: security)
    }

    private static func client(
        _ reader: inout BodyReader
    ) throws(OktaError) -> InlineHookChannel.OAuthClient {
        let id = try reader.requiredText("channel.config.clientId")
        let tokenURL = try reader.address("channel.config.tokenUrl")
        let scope = try reader.optionalText("channel.config.scope")
        reader.refuseValue("channel.config.authScheme")
        try reader.requiredWord(
            "channel.config.authType", of: ["client_secret_post", "private_key_jwt"])
        let proof: InlineHookChannel.Proof
        if try reader.optionalText("channel.config.authType") == "private_key_jwt" {
            reader.refuseValue("channel.config.clientSecret")
            proof = .key(try reader.requiredText("channel.config.hookKeyId"))
        } else {
            reader.refuseValue("channel.config.hookKeyId")
            proof = .secret(try reader.optionalText("channel.config.clientSecret"))
        }
        return InlineHookChannel.OAuthClient(
            id: id, tokenURL: tokenURL, scope: scope, proof: proof)
    }
}

extension BodyReader {
    /// Notes a cause where there is a value that this kind of channel has no use for.
    fileprivate mutating func refuseValue(_ path: String) {
        if value(path) != nil { refuse("\(path): The field must be null here") }
    }
}

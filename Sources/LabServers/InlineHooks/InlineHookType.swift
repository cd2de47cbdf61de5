/// What an inline hook is for.
enum InlineHookType: String, Sendable, CaseIterable {
    case userImport = "com.okta.import.transform"
    case token = "com.okta.oauth2.tokens.transform"
    case saml = "com.okta.saml.tokens.transform"
    case telephony = "com.okta.telephony.provider"
    case passwordImport = "com.okta.user.credential.password.import"
    case registration = "com.okta.user.pre-registration"

    /// The versions from 1.0.0, which the specification names, up to the highest recorded one.
    var versions: [String] {
        switch self {
        case .telephony, .passwordImport: ["1.0.0"]
        case .token: ["1.0.0", "1.0.1"]
        case .userImport, .saml, .registration: ["1.0.0", "1.0.1", "1.0.2"]
        }
    }

    /// Whether a call that brought no answer is made once more.
    var isRetried: Bool {
        switch self {
        case .token, .telephony: false
        case .userImport, .saml, .passwordImport, .registration: true
        }
    }
}

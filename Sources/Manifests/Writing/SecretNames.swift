import Vocabulary

/// Gives every secret of a manifest an environment variable of its own, named after who has it.
struct SecretNames {
    /// Who has a secret.
    struct Owner {
        /// Its key in the manifest.
        let name: String
        /// What it is called in a sentence: `endpoint payroll`, `event_hook.leavers`.
        let words: String
    }

    enum Place: Hashable {
        case url
        /// A header whose value can be read in the org.
        case header(String)
        /// The header that carries the secret of `auth`.
        case auth(String)
        case clientSecret(Client)
    }

    /// An OAuth client: wherever it is used it has the same secret, unless another one is known.
    struct Client: Hashable {
        let tokenURL: String?
        let id: String?
        let secret: Secret?
    }

    private(set) var secrets: [DraftedSecret] = []
    /// Variables with a meaning of their own.
    private var used: Set<String> = [
        "OKTA_API_CLIENT_ID", "OKTA_API_PRIVATE_KEY", "OKTA_API_PRIVATE_KEY_ID", "OKTA_API_TOKEN",
        "OKTA_BASE_URL", "OKTA_CLIENT_ORGURL", "OKTA_CLIENT_TOKEN", "OKTA_ORG_NAME",
    ]
    private var clients: [Client: YAMLTree] = [:]

    /// A reference to a secret, whose name is chosen now.
    mutating func reference(to place: Place, of owner: Owner) -> YAMLTree {
        if case .clientSecret(let client) = place, let known = clients[client] { return known }
        let (suffix, purpose, isReadable) =
            switch place {
            case .url: ("URL", "the URL of \(owner.words)", true)
            case .header(let name):
                (snakeCase(name) ?? "header", "the \(name) header of \(owner.words)", true)
            case .auth(let name): ("SECRET", "the \(name) header of \(owner.words)", false)
            case .clientSecret:
                ("CLIENT_SECRET", "the OAuth client's secret of \(owner.words)", false)
            }
        let base = snakeCase(owner.name) ?? "hook"
        let start = base.first?.isNumber == true ? "hook_" : ""
        let name = unusedName(like: "\(start)\(base)_\(suffix)".uppercased()) {
            used.contains($0)
        }
        used.insert(name)
        secrets.append(DraftedSecret(variable: name, purpose: purpose, isReadable: isReadable))
        let reference = YAMLTree.flow([.init(key: "env", value: .text(name))])
        if case .clientSecret(let client) = place { clients[client] = reference }
        return reference
    }
}

import Catalog
import JSON
import Kinds

extension ManifestSection {
    /// The root file. `version` aside, every section may be left out.
    static let root = ManifestSection(
        noun: "a manifest",
        keys: [version(isRequired: true)] + rootOnly + declarations)

    /// An included file: it declares, and leaves to the root file what holds for all.
    static let included = ManifestSection(
        noun: "an included file", keys: [version(isRequired: false)] + declarations,
        hints: Dictionary(
            uniqueKeysWithValues: rootOnly.map { ($0.name, "It belongs in the root file.") }))

    /// What only the root file may hold.
    static let rootOnly: [ManifestKey] = [
        ManifestKey(
            "include", .anyOf([.list(.word), .nothing]),
            "Patterns of more files to read, relative to this file's folder, such as hooks/*.yaml."),
        ManifestKey(
            "orgs", .anyOf([.map(.section(.org)), .nothing]),
            "The Okta orgs, by a name for --org. Without any there is one, taken from the"
                + " environment."),
        ManifestKey(
            "state", .section(.state), "Where the state is kept; by default in the folder state."),
        ManifestKey("policy", .section(.policy), "Guards; a breach is an error at plan time."),
    ]

    private static func version(isRequired: Bool) -> ManifestKey {
        ManifestKey(
            "version", .integer(minimum: 1, maximum: 1), required: isRequired, "The format, 1.")
    }

    private static let declarations: [ManifestKey] =
        [
            ManifestKey(
                "endpoints", .anyOf([.map(.endpoint), .nothing]),
                "Endpoints by name, so that several hooks share one.")
        ]
        + KindShape.all.map { shape in
            let kind = shape.kind
            return ManifestKey(
                kind.section,
                .anyOf([.map(.shared(kind.name, .section(shape.resource))), .nothing]),
                "Each \(kind.noun) by a key of yours; its address is \(kind.name).KEY.")
        } + [
            ManifestKey(
                "moved", .anyOf([.list(.section(.move)), .nothing]),
                "Resources that have another address now, so that they are not deleted and made"
                    + " anew."),
            ManifestKey(
                "removed", .anyOf([.list(.word), .nothing]),
                "Addresses that are no longer managed; their objects stay in the org."),
        ]

    static let move = ManifestSection(
        noun: "a move",
        keys: [
            ManifestKey(
                "from", .word, required: true, "The old address, such as event_hook.leavers."),
            ManifestKey("to", .word, required: true, "The new address, of the same kind."),
        ])

    static let org = ManifestSection(
        noun: "an org",
        keys: [
            ManifestKey("url", .word, "The org's URL, such as https://acme.okta.com."),
            ManifestKey("auth", .section(.orgAuth), "How to sign in to the org's API."),
            ManifestKey(
                "vars", .anyOf([.map(.word), .nothing]), "What ${var.NAME} stands for in this org."),
        ], mayBeNothing: true)

    static let orgAuth = ManifestSection(
        noun: "an org's auth",
        keys: [
            ManifestKey("api_token", .secret, "An API token, by reference."),
            ManifestKey(
                "oauth", .section(.serviceApp),
                "A service app of the org's, which signs in with its private key."),
            ManifestKey(
                "command", .list(.word),
                "A program and its arguments, run without a shell; what it prints is an access"
                    + " token, or an API token. It is run again when Okta no longer takes it."),
        ], isChoice: true)

    static let serviceApp = ManifestSection(
        noun: "an org's oauth",
        keys: [
            ManifestKey(
                "client_id", .anyOf([.word, .secret]), required: true,
                "The service app's client id, such as 0oa…"),
            ManifestKey(
                "private_key", .secret, required: true,
                "Its private key by reference: PEM, or a JSON Web Key."),
            ManifestKey(
                "key_id", .anyOf([.word, .secret]),
                "The key's id (kid) in the org; by default the one that a JSON Web Key carries."),
            ManifestKey(
                "dpop", .boolean,
                "Prove with every request that the key of the token is held. By default when the app"
                    + " demands it."),
        ],
        hints: [
            "client_secret": "Okta's own API takes a private key only: private_key.",
            "scopes": "Scopes follow from the command: plan reads, apply manages.",
            "scope": "Scopes follow from the command: plan reads, apply manages.",
        ])

    static let state = ManifestSection(
        noun: "the state's declaration",
        keys: [
            ManifestKey(
                "backend", .choice(["local"]), default: "local", "Where the state is kept."),
            ManifestKey(
                "path", .word, default: "state",
                "The folder of the state files, relative to this file's folder."),
        ], mayBeNothing: true)

    static let policy = ManifestSection(
        noun: "a policy",
        keys: [
            ManifestKey(
                "allowed_hosts", .list(.word),
                "The hosts to which endpoints may point: exact, or *.example.com for any name below"
                    + " it."),
            ManifestKey(
                "max_deletes", .anyOf([.integer(minimum: 0), .word]),
                "How many objects one plan may delete: a number, or a part such as 30% of the"
                    + " managed objects once there are ten or more."),
            ManifestKey(
                "limits", .section(.limits), "Okta's limits, where they differ in your orgs."),
        ], mayBeNothing: true)

    static let limits = ManifestSection(
        noun: "the policy's limits",
        keys: Limits.ofKinds.map {
            ManifestKey(
                $0.name, .integer(minimum: 1), default: .number(.init($0.value)),
                "\($0.source), read \($0.date).")
        }, mayBeNothing: true)
}

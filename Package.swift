// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "tenterhook",
    products: [
        .executable(name: "tenterhook", targets: ["CLI"]),
        .executable(name: "tenterhook-lab", targets: ["Lab"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        // What Hummingbird brings in any case, named because the lab imports it.
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // The C libraries of the system, each imported by one target only; libcrypto by the lab too.
        // Not by pkg-config, which would have it linked: CurlShim loads it when it is needed.
        .systemLibrary(name: "CLibCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CurlShim", dependencies: ["CLibCurl"]),

        // Pure.
        .target(name: "JSON"),
        .target(name: "Vocabulary", dependencies: ["JSON"]),
        .target(name: "Filters", dependencies: ["JSON", "Vocabulary"]),
        .target(name: "Kinds", dependencies: ["JSON", "Vocabulary", "Filters"]),
        .target(name: "Catalog", dependencies: ["JSON", "Vocabulary", "Kinds"]),
        .target(
            name: "Manifests",
            dependencies: ["CLibYAML", "JSON", "Vocabulary", "Filters", "Kinds", "Catalog"]),
        .target(name: "State", dependencies: ["JSON", "Vocabulary"]),
        .target(name: "TerraformState", dependencies: ["JSON", "Vocabulary", "Kinds"]),
        .target(name: "Planning", dependencies: ["JSON", "Vocabulary", "Kinds", "State"]),
        .target(name: "Ports", dependencies: ["JSON", "Vocabulary", "Kinds"]),
        .target(
            name: "Reconciling",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Catalog", "Manifests", "State", "TerraformState",
                "Planning", "Ports",
            ]),
        .target(
            name: "Rendering",
            dependencies: [
                "JSON", "Vocabulary", "Filters", "Kinds", "Catalog", "Manifests", "State",
                "TerraformState", "Planning", "Ports", "Reconciling",
            ]),

        // IO.
        .target(name: "Cryptography", dependencies: ["CLibCrypto"]),
        .target(name: "Secrets", dependencies: ["Vocabulary", "Ports", "Cryptography"]),
        .target(name: "HTTPTransport", dependencies: ["CLibCurl", "CurlShim"]),
        .target(
            name: "OktaOrg",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Ports", "Cryptography", "HTTPTransport",
            ]),
        .target(
            name: "Endpoints",
            dependencies: ["JSON", "Vocabulary", "Kinds", "Catalog", "Ports", "HTTPTransport"]),
        .target(name: "StateBackends", dependencies: ["JSON", "Ports"]),
        .target(
            name: "Application",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Catalog", "Manifests", "State", "Planning",
                "Ports", "Reconciling", "Cryptography", "Secrets", "HTTPTransport", "OktaOrg",
                "Endpoints", "StateBackends",
            ]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Application", "CMalloc", "JSON", "Vocabulary", "Filters", "Kinds", "Catalog",
                "Manifests", "State", "Planning", "Ports", "Reconciling", "Rendering",
                "Cryptography",
                "HTTPTransport", "OktaOrg", "Endpoints", "StateBackends", "TerraformState",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // The lab: nothing of ours, an independent reading of Okta's API.
        .target(
            name: "LabServers",
            dependencies: [
                "CLibCrypto",
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "Lab",
            dependencies: [
                "LabServers", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests.
        .target(name: "Seeding", path: "Tests/Seeding"),
        .target(
            name: "Fakes", dependencies: ["JSON", "Vocabulary", "Kinds", "Ports", "StateSchema"],
            path: "Tests/Fakes"),
        .target(name: "StateSchema", dependencies: ["JSON"], path: "Tests/StateSchema"),
        .testTarget(
            name: "ApplicationTests",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Manifests", "State", "Planning", "Ports",
                "Reconciling", "StateBackends", "Application", "Fakes",
            ]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "JSON", "Vocabulary", "State", "Planning", "Ports", "Application", "Rendering",
                "CLI",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(
            name: "CatalogTests",
            dependencies: ["JSON", "Vocabulary", "Filters", "Kinds", "Catalog"]),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
        .testTarget(
            name: "FiltersTests",
            dependencies: ["JSON", "Vocabulary", "Filters", "LabServers", "Seeding"],
            exclude: ["Golden", "Judge"]),
        .testTarget(name: "HTTPTransportTests", dependencies: ["HTTPTransport", "Seeding"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "Seeding"]),
        .testTarget(
            name: "KindsTests", dependencies: ["JSON", "Vocabulary", "Filters", "Kinds"]),
        .testTarget(name: "LabTests", dependencies: ["Cryptography", "LabServers", "Lab"]),
        .testTarget(
            name: "ManifestsTests",
            dependencies: ["JSON", "Vocabulary", "Kinds", "Catalog", "Manifests", "Seeding"]),
        .testTarget(
            name: "OktaOrgTests",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Ports", "Cryptography", "HTTPTransport", "OktaOrg",
            ], exclude: ["Independent/jose.py"]),
        .testTarget(
            name: "PlanningTests",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Manifests", "State", "Planning", "Ports",
                "Reconciling", "Rendering", "Seeding",
            ], exclude: ["Golden"]),
        .testTarget(name: "EndpointsTests", dependencies: ["Ports", "Endpoints"]),
        .testTarget(
            name: "ReconcilingTests",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "State", "Planning", "Ports", "Reconciling",
                "Fakes", "Seeding",
            ]),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "JSON", "Vocabulary", "Filters", "Kinds", "Catalog", "State", "Planning", "Ports",
                "Reconciling", "Rendering",
            ]),
        .testTarget(
            name: "ScriptTests", dependencies: ["CLI", "Lab", "StateSchema", "Seeding"],
            exclude: ["Scripts"]),
        .testTarget(name: "SecretsTests", dependencies: ["Vocabulary", "Ports", "Secrets"]),
        .testTarget(
            name: "StateBackendsTests",
            dependencies: ["JSON", "State", "Ports", "StateBackends"]),
        .testTarget(
            name: "StateTests",
            dependencies: ["JSON", "Vocabulary", "State", "StateSchema", "Seeding"]),
        .testTarget(
            name: "TerraformStateTests",
            dependencies: [
                "JSON", "Vocabulary", "Kinds", "Manifests", "State", "TerraformState",
                "Planning", "Ports", "Reconciling", "Rendering",
            ], exclude: ["Golden"]),
        .testTarget(name: "VocabularyTests", dependencies: ["JSON", "Vocabulary"]),
    ]
)

// One set of rules for every Swift target of ours.
for target in package.targets where target.type != .system && target.name != "CurlShim" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}

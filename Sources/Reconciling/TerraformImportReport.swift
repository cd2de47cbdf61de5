package import Kinds
package import Manifests
package import TerraformState
package import Vocabulary

/// What was taken over from Terraform, and what is to be told of it.
package struct TerraformImportReport: Sendable {
    /// An object that was taken over.
    package struct Taken: Hashable, Sendable {
        package let address: Address
        package let id: String
        /// Where Terraform has it; none for what is taken over because something else refers to it.
        /// Several where Terraform has it more than once.
        package let terraform: [TerraformAddress]
        /// Whether Terraform would have made it anew.
        package let isTainted: Bool
        /// What the org holds of it and Terraform does not see, by wire path.
        package let unseenByTerraform: [AttributePath]
        /// Whether Terraform says that it is verified, and Okta that it is not.
        package let lostVerification: Bool
    }

    /// An object that was not taken over.
    package struct Left: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// The org does not have it.
            case missing
            /// No manifest can say what it is; full sentences.
            case inexpressible([String])
            /// A replacement has left it behind.
            case deposed(isInOrg: Bool)
        }

        package let terraform: TerraformAddress
        package let kind: ResourceKind
        package let id: String
        package let reason: Reason
    }

    /// A block that stays in Terraform and depends on what leaves it.
    package struct Dependent: Hashable, Sendable {
        /// A block that leaves, and the ids of its objects.
        package struct Leaving: Hashable, Sendable {
            package let block: String
            package let ids: [String]
        }

        package let block: String
        package let on: [Leaving]
    }

    package var orgURL: String
    package var manifest: DraftedManifest
    /// What the state is to remember.
    package var adopted: AdoptReport
    /// Sorted by address.
    package var taken: [Taken]
    /// Sorted by Terraform's address.
    package var left: [Left]
    package var retirement: Retirement
    package var dependents: [Dependent]
    /// How many objects of other types Terraform manages, and how many data sources there are.
    package var others: Int
    package var dataSources: Int
}

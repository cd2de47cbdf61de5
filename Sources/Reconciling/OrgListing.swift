import Kinds
import Ports

extension OrgReader {
    /// The objects of several kinds, asked for at once, sorted by rank and id.
    func listing(of kinds: [ResourceKind]) async -> Result<[LiveObject], OrgError> {
        await withTaskGroup(of: Result<[LiveObject], OrgError>.self) { group in
            for kind in kinds {
                group.addTask {
                    do throws(OrgError) {
                        return .success(try await self.list(kind))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            var objects: [LiveObject] = []
            for await result in group {
                switch result {
                case .success(let listed): objects += listed
                case .failure(let error): return .failure(error)
                }
            }
            return .success(objects.sorted { ($0.kind.rank, $0.id) < ($1.kind.rank, $1.id) })
        }
    }
}

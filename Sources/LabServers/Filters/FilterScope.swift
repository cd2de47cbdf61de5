/// Where a part of a filter is evaluated, and how.
struct FilterScope {
    let root: FilterValue
    /// The innermost element that is looked at, the root outside of all brackets.
    let element: FilterValue
    /// Where a name without anything before it is looked up.
    let here: FilterValue

    func value(of tree: FilterTree) throws(FilterFailure) -> FilterValue {
        switch tree {
        case .literal(let value): return value
        case .equal(let left, let right):
            return .bool(try value(of: left).isEqual(to: value(of: right)))
        case .ordered(let left, let order, let right):
            return .bool(try holds(value(of: left), order, value(of: right)))
        case .not(let inner): return .bool(try !truth(of: inner))
        case .all(let parts):
            for part in parts where try !truth(of: part) { return .bool(false) }
            return .bool(true)
        case .any(let parts):
            for part in parts where try truth(of: part) { return .bool(true) }
            return .bool(false)
        case .path(let start, let steps):
            var value = here
            if let start { value = try self.value(of: start) }
            for step in steps { value = try self.value(of: step, on: value) }
            return value
        }
    }

    private func truth(of tree: FilterTree) throws(FilterFailure) -> Bool {
        let value = try value(of: tree)
        guard let truth = value.truth else {
            throw FilterFailure("\(value.noun) is neither true nor false")
        }
        return truth
    }

    private func holds(
        _ left: FilterValue, _ order: FilterTree.Order, _ right: FilterValue
    ) throws(FilterFailure) -> Bool {
        guard let found = left.order(against: right) else {
            throw FilterFailure("\(left.noun) cannot be compared to \(right.noun)")
        }
        switch order {
        case .below: return found < 0
        case .atMost: return found <= 0
        case .above: return found > 0
        case .atLeast: return found >= 0
        }
    }
}

extension FilterScope {
    private func value(
        of step: FilterTree.Step, on target: FilterValue
    ) throws(FilterFailure) -> FilterValue {
        if case .null = target, step.isSafe { return .null }
        switch step.kind {
        case .property(let name):
            guard case .object(let members) = target else {
                throw FilterFailure("\(target.noun) has no \(name)")
            }
            return FilterValue.member(name, of: members)
        case .method(let method, let trees):
            let scope = FilterScope(root: root, element: element, here: element)
            var arguments: [FilterValue] = []
            for tree in trees { arguments.append(try scope.value(of: tree)) }
            if case .null = target { throw FilterFailure("null has no \(method.rawValue)()") }
            return try method.call(target, arguments)
        case .index(let tree): return try element(at: tree, of: target)
        case .select(let selection, let tree):
            return try select(selection, tree, of: list(target, "selected from"))
        case .project(let tree):
            var values: [FilterValue] = []
            for item in try list(target, "projected") {
                values.append(try scope(of: item).value(of: tree))
            }
            return .list(values)
        }
    }

    private func scope(of item: FilterValue) -> FilterScope {
        FilterScope(root: root, element: item, here: item)
    }

    private func list(
        _ value: FilterValue, _ use: String
    ) throws(FilterFailure) -> [FilterValue] {
        guard case .list(let list) = value else {
            throw FilterFailure("\(value.noun) cannot be \(use)")
        }
        return list
    }

    private func select(
        _ selection: FilterTree.Selection, _ tree: FilterTree, of list: [FilterValue]
    ) throws(FilterFailure) -> FilterValue {
        var found: [FilterValue] = []
        for item in list {
            guard case .bool(let fits) = try scope(of: item).value(of: tree) else {
                throw FilterFailure("a selection is neither true nor false")
            }
            if fits { found.append(item) }
            if fits, selection == .first { break }
        }
        switch selection {
        case .all: return .list(found)
        case .first: return found.first ?? .null
        case .last: return found.last ?? .null
        }
    }

    /// By place in a list or a text, by name in an object.
    private func element(
        at tree: FilterTree, of target: FilterValue
    ) throws(FilterFailure) -> FilterValue {
        if case .object(let members) = target, case .path(nil, let steps) = tree,
            steps.count == 1, case .property(let name) = steps[0].kind
        {
            return FilterValue.member(name, of: members)
        }
        let index = try FilterScope(root: root, element: element, here: root).value(of: tree)
        switch target {
        case .object(let members):
            guard case .text(let name) = index else { return .null }
            return FilterValue.member(name, of: members)
        case .list(let list):
            let place = try place(index)
            guard list.indices.contains(place) else {
                throw FilterFailure("there is no [\(place)] in a list of \(list.count)")
            }
            return list[place]
        case .text(let text):
            let units = Array(text.utf16)
            let place = try place(index)
            guard units.indices.contains(place) else {
                throw FilterFailure("there is no [\(place)] in a text of \(units.count)")
            }
            return .text(String(decoding: units[place...place], as: UTF16.self))
        default: throw FilterFailure("\(target.noun) has no places")
        }
    }

    private func place(_ index: FilterValue) throws(FilterFailure) -> Int {
        switch index {
        case .int(let place), .long(let place): return place
        case .real(let place) where place.magnitude < 1e9: return Int(place)
        case .text(let text):
            if let place = Int(text) { return place }
        default: break
        }
        throw FilterFailure("\(index.noun) is no place in a list")
    }
}

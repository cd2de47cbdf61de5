/// Follows an expression to learn which parts of an event it may look at.
struct PathTracing {
    let nodes: [Node]
    var paths: RequiredPaths

    /// Where a value may come from.
    indirect enum Origin {
        /// It is made, or nothing below it can be asked for.
        case made
        /// A part of the event, or one of several.
        case places([Int])
        /// A list whose elements have an origin.
        case list(of: Origin)
        /// One of two.
        case either(Origin, Origin)
    }

    /// Follows the whole expression, whose value is wanted entire.
    mutating func follow(_ top: Int) {
        let root = Origin.places([RequiredPaths.root])
        whole(origin(top, this: root, scope: root))
    }

    private mutating func origin(_ part: Int, this: Origin, scope: Origin) -> Origin {
        func subject(_ part: Int?, _ tracing: inout PathTracing) -> Origin {
            part.map { tracing.origin($0, this: this, scope: scope) } ?? this
        }
        switch nodes[part].kind {
        case .literal: return .made
        case .this: return this
        case .root: return .places([RequiredPaths.root])
        case .property(let of, let name, _):
            return member(paths.number(of: name), of: subject(of, &self))
        case .method(let of, let name, let arguments, _):
            let asked = subject(of, &self)
            let given = arguments.map { origin($0, this: scope, scope: scope) }
            return method(name, of: asked, arguments: arguments, given)
        case .function(_, let arguments):
            for argument in arguments { whole(origin(argument, this: scope, scope: scope)) }
            return .made
        case .index(let of, let at):
            return index(at, of: subject(of, &self), scope: scope)
        case .select(let of, let which, let body, _):
            let element = element(of: subject(of, &self))
            _ = origin(body, this: element, scope: element)
            return which == .every ? .list(of: element) : element
        case .project(let of, let body, _):
            let element = element(of: subject(of, &self))
            return .list(of: origin(body, this: element, scope: element))
        case .list(let parts):
            return .list(
                of: parts.reduce(.made) { .either($0, origin($1, this: this, scope: scope)) })
        case .compare(let comparison, let a, let b):
            let (left, right) = (
                origin(a, this: this, scope: scope), origin(b, this: this, scope: scope)
            )
            // What is compared with a literal need not be looked into.
            if comparison.isEquality, !isLiteral(a), !isLiteral(b) {
                whole(left)
                whole(right)
            }
            return .made
        case .elvis(let a, let b):
            return .either(
                origin(a, this: this, scope: scope), origin(b, this: this, scope: scope))
        case .conditional(let a, let b, let c):
            whole(origin(a, this: this, scope: scope))
            return .either(
                origin(b, this: this, scope: scope), origin(c, this: this, scope: scope))
        case .not, .sign, .all, .any, .matches, .between, .arithmetic:
            // A list may be taken for its first element, or for a text.
            for child in nodes[part].kind.children {
                whole(origin(child, this: this, scope: scope))
            }
            return .made
        }
    }

    private func isLiteral(_ part: Int) -> Bool {
        if case .literal = nodes[part].kind { true } else { false }
    }

    private mutating func method(
        _ name: String, of asked: Origin, arguments: [Int], _ given: [Origin]
    ) -> Origin {
        for origin in given { whole(origin) }
        switch Method(rawValue: name) {
        case .size, .isEmpty, .length: return .made
        case .contains where arguments.allSatisfy(isLiteral):
            // The elements' kinds and texts are at hand without looking into them.
            _ = element(of: asked)
            return .made
        case .get where arguments.count == 1: return index(arguments[0], of: asked, scope: asked)
        default:
            whole(asked)
            return .made
        }
    }

    private mutating func index(_ at: Int, of asked: Origin, scope: Origin) -> Origin {
        switch nodes[at].kind {
        case .literal(.text(let name)) where Int(name) == nil:
            return member(paths.number(of: name), of: asked)
        case .literal(let literal):
            if case .text = literal { break }
            return element(of: asked)
        default:
            whole(origin(at, this: .places([RequiredPaths.root]), scope: scope))
        }
        // It may be any element or member.
        whole(asked)
        return asked
    }

    private mutating func member(_ name: Int32, of origin: Origin) -> Origin {
        switch origin {
        case .made, .list: return .made
        case .places(let places): return .places(places.map { paths.member(name, of: $0) })
        case .either(let a, let b): return .either(member(name, of: a), member(name, of: b))
        }
    }

    private mutating func element(of origin: Origin) -> Origin {
        switch origin {
        case .made: return .made
        case .list(let element): return element
        case .places(let places): return .places(places.map { paths.element(of: $0) })
        case .either(let a, let b): return .either(element(of: a), element(of: b))
        }
    }

    /// Marks what is wanted with everything below.
    private mutating func whole(_ origin: Origin) {
        switch origin {
        case .made: break
        case .places(let places): for place in places { paths.markWhole(place) }
        case .list(let element): whole(element)
        case .either(let a, let b):
            whole(a)
            whole(b)
        }
    }
}

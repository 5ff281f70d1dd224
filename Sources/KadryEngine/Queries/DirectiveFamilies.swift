import KadryReading
import KadryStore

/// The directives that documents tie to one: names, sorted.
public struct DirectiveFamily: Sendable, Equatable {
  public var implements: [String] = []
  public var implementedBy: [String] = []
  public var amends: [String] = []
  public var amendedBy: [String] = []
  public var partOf: [String] = []
  public var parts: [String] = []

  public init() {}
}

/// The families of all directives, from the relations in the database.
struct DirectiveFamilies {
  private var families: [String: DirectiveFamily] = [:]

  init(store: Store) throws {
    for relation in try store.directiveRelations() {
      var subject = families[relation.subject] ?? DirectiveFamily()
      var object = families[relation.object] ?? DirectiveFamily()
      switch relation.predicate {
      case .implements:
        subject.implements.append(relation.objectName)
        object.implementedBy.append(relation.subjectName)
      case .amends:
        subject.amends.append(relation.objectName)
        object.amendedBy.append(relation.subjectName)
      case .partOf:
        subject.partOf.append(relation.objectName)
        object.parts.append(relation.subjectName)
      case .issuedBy, .attends: continue
      }
      families[relation.subject] = subject
      families[relation.object] = object
    }
  }

  func family(of directive: String) -> DirectiveFamily { families[directive] ?? DirectiveFamily() }
}

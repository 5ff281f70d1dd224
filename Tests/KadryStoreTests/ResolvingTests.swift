import KadryReading
import Testing

@testable import KadryStore

@Suite struct ResolvingTests {
  private func store(_ readings: [Reading] = [.seed(date: "2016-11-12"), .later()]) throws -> Store {
    let store = try memory()
    try ingest(readings, into: store)
    return store
  }

  @Test func everyMembersIdAndEveryUniqueBeginningLeadsToTheNode() throws {
    let store = try store()
    let person = try #require(try store.persons().first)
    #expect(person.members.count == 2)
    for member in person.members {
      #expect(try store.resolve("per-" + member.dropFirst(4)) == .person(person.id))
      #expect(try store.resolve(String("per-" + member.dropFirst(4).prefix(10))) == .person(person.id))
      #expect(try store.resolve(member) == .claim(member))
    }
    for post in try store.posts() {
      for member in post.members {
        #expect(try store.resolve("pos-" + member.dropFirst(4)) == .post(post.id))
        let occupancy = try store.resolve("occ-" + member.dropFirst(4))
        #expect(try store.claims(ofNode: occupancy.id).map(\.id).contains(member))
        if let body = post.organization {
          #expect(try store.organization(body) != nil)
          #expect(try store.resolve("org-" + member.dropFirst(4)) == .organization(body))
        }
      }
    }
    let document = Reading.later().record.id
    #expect(try store.resolve(document) == .document(document))
    #expect(try store.resolve(document.uppercased()) == .document(document))
    let directive = try #require(try store.directives().first)
    for member in directive.members {
      #expect(try store.resolve("dir-" + member.dropFirst(4)) == .directive(directive.id))
    }
    let contradiction = try #require(try store.contradictions().first)
    #expect(try store.resolve(contradiction.id) == .contradiction(contradiction.id))
    #expect(try store.resolve(contradiction.node) == .figure(contradiction.node))
    let place = try #require(try store.places().first)
    #expect(try store.resolve(place.id) == .place(place.id))
  }

  @Test func idsThatLeadNowhere() throws {
    let store = try store()
    func error(_ id: String) -> StoreError? {
      do throws(StoreError) {
        _ = try store.resolve(id)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      error("per-ffffffffffffffffffffffff")?.message == "nothing has the id «per-ffffffffffffffffffffffff»")
    #expect(error("per-ffffffffffffffffffffffff")?.exitStatus == 1)
    #expect(error("xyz")?.message.hasPrefix("«xyz» is no id: ids begin with one of doc- clm- per-") == true)
    #expect(error("per-' OR 1=1")?.kind == .notFound)
    #expect(error("")?.kind == .notFound)
    let several = error("clm-")
    #expect(several?.kind == .notUnique)
    #expect(several?.exitStatus == 64)
    #expect(several?.message.hasPrefix("«clm-» is the beginning of several ids: clm-") == true)
  }
}

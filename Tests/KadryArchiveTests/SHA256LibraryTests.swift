import KadryArchive
import KadryText
import Testing

@Suite struct SHA256LibraryTests {
  @Test func agreesWithOurs() throws {
    let library = try #require(SHA256Library())
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000] {
      let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
      #expect(library.digest(of: message).hex == SHA256.digest(of: message).hex, "length \(length)")
    }
  }

  @Test func digestsAreMadeOfAllTheirBytes() {
    let ours = SHA256.digest(of: Array("abc".utf8))
    #expect(SHA256Digest(bytes: ours.bytes)?.hex == ours.hex)
    #expect(SHA256Digest(bytes: Array(ours.bytes.dropLast())) == nil)
  }
}

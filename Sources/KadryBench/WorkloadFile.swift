import Foundation
import KadryArchive
import KadryText

/// A file of texts one after another, and where each ends.
struct WorkloadFile {
  let path: String
  private(set) var bytes = 0
  private(set) var documents: [(end: Int, metadata: DocumentMetadata)] = []

  init(path: String) { self.path = path }

  /// Notes the document whose text was written last.
  mutating func add(_ document: Document) {
    bytes += document.text.count
    documents.append((bytes, document.metadata))
  }

  /// The documents, read from the file when they are asked for, so that the texts cost no memory.
  func source() throws -> any DocumentSource {
    WorkloadSource(self, try FileHandle(forReadingFrom: URL(filePath: path)))
  }
}

private final class WorkloadSource: DocumentSource {
  private let workload: WorkloadFile
  private let file: FileHandle
  private var index = 0
  private var start = 0

  init(_ workload: WorkloadFile, _ file: FileHandle) {
    self.workload = workload
    self.file = file
  }

  func next() -> SourceItem? {
    guard index < workload.documents.count else { return nil }
    let (end, metadata) = workload.documents[index]
    let text = (try? file.read(upToCount: end - start)) ?? Data()
    (index, start) = (index + 1, end)
    return .document(Document(text: Array(text), metadata: metadata))
  }
}

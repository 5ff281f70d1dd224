import KadryLexicon
import KadryReading
import KadryText

// The names that a user of the library needs, from the rooms that they live in.

public typealias Document = KadryText.Document
public typealias DocumentMetadata = KadryText.DocumentMetadata
public typealias Reader = KadryReading.Reader
public typealias Reading = KadryReading.Reading
public typealias Claim = KadryReading.Claim
public typealias ClaimBody = KadryReading.ClaimBody
public typealias Mention = KadryReading.Mention
public typealias WireWriter = KadryReading.WireWriter
public typealias LexiconError = KadryLexicon.LexiconError

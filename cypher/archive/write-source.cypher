// A text that no document is read from, with its facts and its review as they were.
MERGE (source:Source {sha256: $sha256})
SET source = $properties

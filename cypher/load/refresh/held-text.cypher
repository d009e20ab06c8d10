// What is kept of the text with this hash: its words, its facts and its review, as they were loaded.
MATCH (source:Source {sha256: $sha256})
RETURN source.text AS text, source.facts AS facts, source.review AS review

// What is kept of the text with this hash, with the document that was read from it and what is doubtful about that.
MATCH (source:Source {sha256: $sha256})
OPTIONAL MATCH (source)<-[:READ_FROM]-(document:Document)
RETURN document.id AS id, document.diagnostics AS diagnostics, source.name AS name, source.encoding AS encoding, source.length AS length,
    source.facts AS facts, source.review AS review, source.text AS text ORDER BY id

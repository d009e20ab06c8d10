// Which held documents were read from the text with this hash.
MATCH (source:Source {sha256: $sha256})<-[:READ_FROM]-(document:Document)
RETURN document.id AS id, source.name AS name ORDER BY id

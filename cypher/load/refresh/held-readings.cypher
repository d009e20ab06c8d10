// What is kept of the texts with these hashes: their words, their facts and their reviews, as they were loaded.
UNWIND $hashes AS sha256
MATCH (source:Source {sha256: sha256})
RETURN sha256, source.text AS text, source.facts AS facts, source.review AS review

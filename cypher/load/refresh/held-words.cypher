// The words that are kept of the texts with these hashes.
UNWIND $hashes AS sha256
MATCH (source:Source {sha256: sha256}) WHERE source.text IS NOT NULL
RETURN sha256, source.text AS text

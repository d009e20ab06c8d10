// The texts that facts were read from, by their hashes.
MATCH (source:Source)
RETURN source.sha256 AS sha256 ORDER BY sha256

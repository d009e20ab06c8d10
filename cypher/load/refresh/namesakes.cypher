// What was decided about other texts of this name: one of them may be an older reading, whose place a newer one takes.
MATCH (source:Source {name: $name}) WHERE source.sha256 <> $sha256
RETURN source.sha256 AS sha256, source.review AS review ORDER BY sha256

// What was decided about other texts of the same names: one of them may be an older reading, whose place a newer one takes.
UNWIND $rows AS row
MATCH (source:Source {name: row.name}) WHERE source.sha256 <> row.sha256
RETURN row.sha256 AS of, source.sha256 AS sha256, source.review AS review ORDER BY of, sha256

// Other held documents whose citations were weighed against the document $id, which has the number $number: they may mean another one without it.
MATCH (cited:Document {number: $number})<-[:IMPLEMENTS|BASED_ON|MENTIONS]-(citing:Document)
WHERE citing.held = true AND citing.id <> $id AND any(line IN citing.diagnostics WHERE line CONTAINS $id)
RETURN DISTINCT citing.id AS id ORDER BY id

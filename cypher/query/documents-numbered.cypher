// Documents with one of these numbers ("20", "020" and "02" are different texts of a number: the caller gives every spelling).
MATCH (document:Document) WHERE document.number IN $numbers
RETURN document.id AS id, document.kind AS kind, document.symbol AS symbol, toString(document.issuedOn) AS issuedOn, document.held AS held ORDER BY id

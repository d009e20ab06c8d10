// Every document with a number of its own that may be what a citation without year means.
MATCH (document:Document)
WHERE document.held = true AND document.number IN $numbers
RETURN document.id AS id, document.title AS title, toString(document.issuedOn) AS issuedOn ORDER BY id

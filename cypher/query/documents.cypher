// What is told of each document of $ids in a list.
MATCH (document:Document) WHERE document.id IN $ids
RETURN document.id AS id, document.name AS name, document.kind AS kind, document.number AS number, document.symbol AS symbol, document.title AS title,
       document.issuerName AS issuerName, toString(document.issuedOn) AS issuedOn, toString(document.notBefore) AS notBefore,
       toString(document.periodFrom) AS periodFrom, toString(document.periodTo) AS periodTo,
       document.held AS held, document.conflict AS conflict, document.diagnostics AS diagnostics, COUNT { (document)-[:ASSIGNS]->(:Task) } AS taskCount
ORDER BY id

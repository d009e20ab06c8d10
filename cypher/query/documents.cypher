// What is told of each document of $ids in a list.
UNWIND $ids AS id
MATCH (document:Document {id: id})
OPTIONAL MATCH (document)-[:ASSIGNS]->(task:Task)
RETURN document.id AS id, document.name AS name, document.kind AS kind, document.number AS number, document.symbol AS symbol, document.title AS title,
       document.issuerName AS issuerName, toString(document.issuedOn) AS issuedOn, toString(document.notBefore) AS notBefore,
       toString(document.periodFrom) AS periodFrom, toString(document.periodTo) AS periodTo,
       document.held AS held, document.conflict AS conflict, document.diagnostics AS diagnostics, count(task) AS taskCount
ORDER BY id

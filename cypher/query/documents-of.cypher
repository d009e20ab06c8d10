// The documents that each body of $ids issued or received.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[link:ISSUED|RECEIVES]->(document:Document)
RETURN id AS agency, type(link) AS relation, document.id AS document, toString(coalesce(document.issuedOn, document.notBefore)) AS on, link.owner AS owner,
       link.standing AS standing, link.source AS source, link.section AS section, link.start AS start, link.end AS end, link.words AS words, link.confidence AS confidence
ORDER BY agency, document, relation

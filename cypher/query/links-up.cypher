// What each document of $ids carries out, rests on, continues …: one hop, so that a walk visits every document once.
// Of what very many state of the same two documents, ten statements: direct ones and the document's own first.
UNWIND $ids AS id
MATCH (later:Document {id: id})-[link:IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS]->(earlier:Document)
WHERE type(link) IN $relations
WITH later, earlier, link, type(link) AS relation, CASE WHEN link.direct THEN 0 ELSE 1 END AS chain, coalesce(link.statedBy, "") AS statedBy
ORDER BY chain, statedBy
WITH later, earlier, relation, collect(link) AS links
UNWIND links[0..10] AS link
RETURN later.id AS from, earlier.id AS to, relation, link.direct AS direct, link.owner AS owner, link.statedBy AS statedBy, link.note AS note,
       link.standing AS standing, link.source AS source, link.section AS section, link.start AS start, link.end AS end, link.words AS words, link.confidence AS confidence
ORDER BY from, to, relation, owner

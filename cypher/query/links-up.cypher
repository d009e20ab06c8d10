// What each document of $ids carries out, rests on, continues …: one hop, so that a walk visits every document once.
UNWIND $ids AS id
MATCH (later:Document {id: id})-[link:IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS]->(earlier:Document)
WHERE type(link) IN $relations
RETURN later.id AS from, earlier.id AS to, type(link) AS relation, link.direct AS direct, link.owner AS owner, link.statedBy AS statedBy, link.note AS note,
       link.standing AS standing, link.source AS source, link.section AS section, link.start AS start, link.end AS end, link.words AS words, link.confidence AS confidence
ORDER BY from, to, relation, owner

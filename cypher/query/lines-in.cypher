// The reporting lines that a document states; a sender that it does not name is null.
MATCH (:Document {id: $id})-[:NAMES]->(sender:Agency)-[line:REPORTS_TO]->(receiver:Agency)
WHERE line.document = $id
RETURN sender.id AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence
UNION
MATCH (:Document {id: $id})-[line:REPORTS_TO]->(receiver:Agency)
RETURN null AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence

// The reporting lines that each body of $ids sends by documents of $documents.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[line:REPORTS_TO]->(receiver:Agency)
WHERE line.document IN $documents
RETURN id AS agency, "FROM" AS position, id AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline, line.document AS document,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence

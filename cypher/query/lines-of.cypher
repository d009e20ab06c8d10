// The reporting lines that each body of $ids is an end of.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[line:REPORTS_TO]->(receiver:Agency)
RETURN id AS agency, "FROM" AS position, id AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline, line.document AS document,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence
UNION
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[line:REPORTS_TO]-(sender)
RETURN id AS agency, "TO" AS position, CASE WHEN sender:Agency THEN sender.id ELSE null END AS from, id AS to, line.via AS via, line.recurs AS recurs,
       line.deadline AS deadline, line.document AS document,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence
UNION
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[line:PASSES_ON]->(receiver:Agency)
RETURN id AS agency, "VIA" AS position, line.from AS from, receiver.id AS to, id AS via, line.recurs AS recurs, line.deadline AS deadline, line.document AS document,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence

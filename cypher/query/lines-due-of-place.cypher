// Reporting lines with a day that a place's documents state.
MATCH (:Place {id: $place})<-[:`IN`]-(document:Document)-[:NAMES]->(sender:Agency)-[line:REPORTS_TO]->(receiver:Agency)
WHERE line.document = document.id AND line.deadline IS NOT NULL
RETURN sender.id AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline,
       line.document AS document, line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start,
       line.end AS end, line.words AS words, line.confidence AS confidence
UNION
MATCH (:Place {id: $place})<-[:`IN`]-(document:Document)-[line:REPORTS_TO]->(receiver:Agency) WHERE line.deadline IS NOT NULL
RETURN null AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline,
       line.document AS document, line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start,
       line.end AS end, line.words AS words, line.confidence AS confidence

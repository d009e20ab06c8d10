// Reporting lines with a day.
MATCH (sender)-[line:REPORTS_TO]->(receiver:Agency) WHERE line.deadline IS NOT NULL
RETURN CASE WHEN sender:Agency THEN sender.id ELSE null END AS from, receiver.id AS to, line.via AS via, line.recurs AS recurs, line.deadline AS deadline,
       line.document AS document, line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start,
       line.end AS end, line.words AS words, line.confidence AS confidence
ORDER BY document, from, to

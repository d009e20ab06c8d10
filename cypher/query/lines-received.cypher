// The reporting lines that each body of $ids receives by documents of $documents; a sender that the text does not name is null.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[line:REPORTS_TO]-(sender)
WHERE line.document IN $documents
RETURN id AS agency, "TO" AS position, CASE WHEN sender:Agency THEN sender.id ELSE null END AS from, id AS to, line.via AS via, line.recurs AS recurs,
       line.deadline AS deadline, line.document AS document,
       line.owner AS owner, line.standing AS standing, line.source AS source, line.section AS section, line.start AS start, line.end AS end, line.words AS words, line.confidence AS confidence

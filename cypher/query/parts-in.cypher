// Every body's part in each task of $ids, with the words that prove it.
UNWIND $ids AS id
MATCH (task:Task {id: id})<-[part:LEADS|COOPERATES|DIRECTED]-(agency:Agency)
RETURN id AS task, agency.id AS agency, type(part) AS role, part.basis AS basis, part.inherited AS inherited, part.scope AS scope, part.cue AS cue,
       part.owner AS owner, part.standing AS standing, part.source AS source, part.section AS section, part.start AS start, part.end AS end, part.words AS words, part.confidence AS confidence
ORDER BY task, role, agency

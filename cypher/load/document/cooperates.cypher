// Which body cooperates in which task.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (agency:Agency {id: rows.agency[i]}) MATCH (task:Task {id: rows.task[i]})
CREATE (agency)-[:COOPERATES {owner: rows.owner, basis: rows.basis[i], inherited: rows.inherited[i], scope: rows.scope[i], namesMassOrganisations: rows.namesMassOrganisations[i], cue: rows.cue[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(task)

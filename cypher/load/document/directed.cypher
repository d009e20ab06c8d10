// Which body is directed in which task.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (agency:Agency {id: rows.agency[i]}) MATCH (task:Task {id: rows.task[i]})
CREATE (agency)-[:DIRECTED {owner: rows.owner, basis: rows.basis[i], inherited: rows.inherited[i], scope: rows.scope[i], namesMassOrganisations: rows.namesMassOrganisations[i], cue: rows.cue[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(task)

// The tasks that each document gives, in text order.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.id) - 1) AS i
CREATE (document)-[:ASSIGNS {order: rows.ordinal[i]}]->(:Task {
    id: rows.id[i], documentId: rows.owner, section: rows.section[i], address: rows.address[i], ordinal: rows.ordinal[i],
    headings: rows.headings[i], start: rows.start[i], end: rows.end[i], source: rows.source, text: rows.text[i],
    summaryVi: rows.summaryVi[i], summaryEn: rows.summaryEn[i], dueText: rows.dueText[i], dueFrom: date(rows.dueFrom[i]),
    dueTo: date(rows.dueTo[i]), dueDay: rows.dueDay[i], recurs: rows.recurs[i], dueConfidence: rows.dueConfidence[i],
    standing: rows.standing[i], confidence: rows.confidence[i], folded: rows.folded[i]})

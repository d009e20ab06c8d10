// The measurable aims that each document sets.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.id) - 1) AS i
CREATE (document)-[:SETS {order: rows.ordinal[i]}]->(:Target {
    id: rows.id[i], documentId: rows.owner, section: rows.section[i], address: rows.address[i], ordinal: rows.ordinal[i],
    indicator: rows.indicator[i], value: rows.value[i], low: rows.low[i], high: rows.high[i], comparison: rows.comparison[i],
    unit: rows.unit[i], by: date(rows.by[i]), start: rows.start[i], end: rows.end[i], source: rows.source,
    summaryVi: rows.summaryVi[i], summaryEn: rows.summaryEn[i],
    standing: rows.standing[i], confidence: rows.confidence[i]})

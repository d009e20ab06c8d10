// The documents themselves, as their own texts and their reviews say.
UNWIND $rows AS row
MERGE (document:Document {id: row.properties.id})
SET document = row.properties, document.issuedOn = date(row.issuedOn), document.notBefore = date(row.notBefore),
    document.periodFrom = date(row.periodFrom), document.periodTo = date(row.periodTo)

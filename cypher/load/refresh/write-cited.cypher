// What all citations together say of each document that is known by them alone.
UNWIND $rows AS row
MATCH (document:Document {id: row.id})
SET document.issuedOn = date(row.issuedOn), document.issuerName = row.issuerName, document.diagnostics = row.diagnostics

// Documents that the registry knows: of one that is not held, all that is known; a held document's own text wins.
UNWIND $rows AS row
MERGE (document:Document {id: row.id})
ON CREATE SET document.held = false, document.conflict = false, document.diagnostics = []
SET document.registered = true
WITH document, row WHERE document.held = false
SET document.name = row.name, document.kind = row.kind, document.number = row.number, document.symbol = row.symbol, document.title = row.title,
    document.issuerName = row.issuerName, document.issuedOn = date(row.issuedOn), document.folded = row.folded

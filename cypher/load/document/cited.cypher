// Documents known by citation: made where they are not known yet.
UNWIND $rows AS row
MERGE (document:Document {id: row.id})
ON CREATE SET document.held = false, document.registered = false, document.conflict = false, document.diagnostics = [],
    document.name = row.name, document.kind = row.kind, document.number = row.number, document.symbol = row.symbol, document.folded = row.folded

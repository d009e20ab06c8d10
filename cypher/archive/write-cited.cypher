// What documents that are known by citation alone are called: of several wordings the one that came first.
UNWIND $rows AS row
MATCH (document:Document {id: row.id}) WHERE document.held = false AND document.registered = false
SET document.name = row.name, document.kind = row.kind, document.number = row.number, document.symbol = row.symbol, document.folded = row.folded

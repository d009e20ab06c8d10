// What the documents of $ids are called that are known by citation alone.
UNWIND $ids AS id
MATCH (document:Document {id: id}) WHERE document.held = false AND document.registered = false
RETURN id, document.name AS name, document.kind AS kind, document.number AS number, document.symbol AS symbol, document.folded AS folded ORDER BY id

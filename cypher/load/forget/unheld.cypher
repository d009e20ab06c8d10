// Which documents of $ids are not held, and whether the registry knows them.
UNWIND $ids AS id
MATCH (document:Document {id: id}) WHERE document.held = false
RETURN id, document.registered AS registered ORDER BY id

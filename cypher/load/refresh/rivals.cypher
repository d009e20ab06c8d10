// Other held texts that claim the ids of $ids.
UNWIND $ids AS id
MATCH (document:Document {claims: id}) WHERE document.held = true AND document.id <> id
RETURN DISTINCT id AS claimed ORDER BY claimed

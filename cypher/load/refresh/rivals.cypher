// Other held texts that claim the id $id.
MATCH (document:Document {claims: $id}) WHERE document.held = true AND document.id <> $id
RETURN document.id AS id ORDER BY id

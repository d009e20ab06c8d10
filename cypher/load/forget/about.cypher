// What the held document $id claims to be, and what tells it.
MATCH (document:Document {id: $id}) WHERE document.held = true
RETURN document.claims AS claims, document.name AS name, document.number AS number, COUNT { (document)-[:ASSIGNS]->(:Task) } AS tasks

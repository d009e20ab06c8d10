// Documents that are not held as those know them that cite them, and no more.
UNWIND $rows AS row
MATCH (document:Document {id: row.id}) WHERE document.held = false
SET document = row.properties

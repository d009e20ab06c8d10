// What persons are called: of several spellings the one that came last.
UNWIND $rows AS row
MATCH (person:Person {id: row.id}) SET person.name = row.name

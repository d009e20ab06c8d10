// What the persons of $ids are called.
UNWIND $ids AS id
MATCH (person:Person {id: id})
RETURN id, person.name AS name ORDER BY id

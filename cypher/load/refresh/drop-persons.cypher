// Takes away the persons of $ids who signed nothing.
UNWIND $ids AS id
MATCH (person:Person {id: id}) WHERE NOT EXISTS { (person)-[:SIGNED]->(:Document) }
DETACH DELETE person

// The texts by which nodes of these ids are found.
UNWIND $ids AS id
MATCH (document:Document {id: id})
RETURN id, "Document" AS label, [document.name, document.title] AS passages
UNION
UNWIND $ids AS id
MATCH (agency:Agency {id: id}) OPTIONAL MATCH (agency)-[:`IN`]->(place:Place)
RETURN id, "Agency" AS label, [agency.name, CASE WHEN place.id = "vn" THEN null ELSE agency.name + " " + place.name END] AS passages
UNION
UNWIND $ids AS id
MATCH (task:Task {id: id})
RETURN id, "Task" AS label, [task.text, task.summaryVi, task.summaryEn] + task.headings AS passages

// The texts by which nodes of these ids are found.
MATCH (document:Document) WHERE document.id IN $ids
RETURN document.id AS id, "Document" AS label, [document.name, document.title] AS passages
UNION
MATCH (agency:Agency) WHERE agency.id IN $ids
RETURN agency.id AS id, "Agency" AS label,
       [agency.name, head([(agency)-[:`IN`]->(place:Place) WHERE place.id <> "vn" | agency.name + " " + place.name])] AS passages
UNION
MATCH (task:Task) WHERE task.id IN $ids
RETURN task.id AS id, "Task" AS label, [task.text, task.summaryVi, task.summaryEn] + task.headings AS passages

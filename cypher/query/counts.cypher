// How much the store holds, by kind of node, what is kept about changes aside: each counted by itself, which the stores know without looking at the nodes.
MATCH (node:Agency) RETURN "Agency" AS label, count(node) AS count
UNION
MATCH (node:Document) RETURN "Document" AS label, count(node) AS count
UNION
MATCH (node:Person) RETURN "Person" AS label, count(node) AS count
UNION
MATCH (node:Place) RETURN "Place" AS label, count(node) AS count
UNION
MATCH (node:Source) RETURN "Source" AS label, count(node) AS count
UNION
MATCH (node:Target) RETURN "Target" AS label, count(node) AS count
UNION
MATCH (node:Task) RETURN "Task" AS label, count(node) AS count

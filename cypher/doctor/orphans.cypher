// Nodes that nothing holds in the graph: by kind, how many and one of them.
MATCH (node:Task) WHERE NOT EXISTS { (node)<-[:ASSIGNS]-(:Document) }
RETURN "Task" AS label, count(node) AS count, min(node.id) AS example
UNION
MATCH (node:Target) WHERE NOT EXISTS { (node)<-[:SETS]-(:Document) }
RETURN "Target" AS label, count(node) AS count, min(node.id) AS example
UNION
MATCH (node:Source) WHERE NOT EXISTS { (node)<-[:READ_FROM]-(:Document) }
RETURN "Source" AS label, count(node) AS count, min(node.name) AS example
UNION
MATCH (node:Person) WHERE NOT EXISTS { (node)-[:SIGNED]->(:Document) }
RETURN "Person" AS label, count(node) AS count, min(node.id) AS example
UNION
MATCH (node:Agency) WHERE node.registered = false AND NOT EXISTS { (node)<-[:NAMES]-(:Document) }
RETURN "Agency" AS label, count(node) AS count, min(node.id) AS example
UNION
MATCH (node:Document) WHERE node.held = false AND node.registered = false AND NOT EXISTS { (node)<-[:IMPLEMENTS|BASED_ON|MENTIONS]-(:Document) }
RETURN "Document" AS label, count(node) AS count, min(node.id) AS example

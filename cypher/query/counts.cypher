// How much the store holds, by kind of node; what is kept about changes aside.
MATCH (node) WHERE NOT node:Change
RETURN labels(node)[0] AS label, count(node) AS count ORDER BY label

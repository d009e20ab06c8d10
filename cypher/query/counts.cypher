// How much the store holds, by kind of node.
MATCH (node)
RETURN labels(node)[0] AS label, count(node) AS count ORDER BY label

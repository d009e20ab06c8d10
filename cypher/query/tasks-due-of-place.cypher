// Tasks of a place's documents whose last day is one of every year or month, or lies between $from and $to.
MATCH (:Place {id: $place})<-[:`IN`]-(document:Document)-[:ASSIGNS]->(task:Task)
WHERE task.dueDay IS NOT NULL OR (task.dueTo >= date($from) AND task.dueTo <= date($to))
RETURN task.id AS task, document.id AS document

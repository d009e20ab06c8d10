// Tasks whose last day is one of every year or month, or lies between $from and $to.
MATCH (task:Task) WHERE task.dueTo >= date($from) AND task.dueTo <= date($to)
RETURN task.id AS task, task.documentId AS document
UNION
MATCH (task:Task) WHERE task.dueDay IS NOT NULL
RETURN task.id AS task, task.documentId AS document

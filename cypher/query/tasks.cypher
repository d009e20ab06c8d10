// What is told of each task of $ids in a list.
UNWIND $ids AS id
MATCH (task:Task {id: id})
RETURN task.id AS id, task.documentId AS document, task.section AS section, task.address AS address, task.ordinal AS ordinal, task.headings AS headings,
       task.start AS start, task.end AS end, task.source AS source, task.text AS text, task.summaryVi AS summaryVi, task.summaryEn AS summaryEn,
       task.dueText AS dueText, toString(task.dueFrom) AS dueFrom, toString(task.dueTo) AS dueTo, task.dueDay AS dueDay, task.recurs AS recurs, task.standing AS standing, task.confidence AS confidence
ORDER BY document, ordinal

// Names that the text declares to be short for others: they hold inside this text.
UNWIND $rows AS row
MATCH (meant:Agency {id: row.member}) MATCH (short:Agency {id: row.group})
CREATE (meant)-[link:MEMBER_OF]->(short)
SET link = row.properties

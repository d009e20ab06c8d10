// Takes away the reporting lines and short names that each document of $ids states between bodies.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:NAMES]->(:Agency)-[link:REPORTS_TO|PASSES_ON|MEMBER_OF {owner: id}]->(:Agency)
DELETE link

// Takes away the reporting lines and short names that the document states between bodies.
MATCH (:Document {id: $id})-[:NAMES]->(:Agency)-[link:REPORTS_TO|PASSES_ON|MEMBER_OF {owner: $id}]->(:Agency)
DELETE link

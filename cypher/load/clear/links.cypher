// Takes away what the document says of the documents that it cites.
MATCH (:Document {id: $id})-[:IMPLEMENTS|BASED_ON|MENTIONS]->(:Document)-[link:IMPLEMENTS|CONTINUES|REPLACES|AMENDS {owner: $id}]->(:Document)
DELETE link

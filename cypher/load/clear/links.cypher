// Takes away what each document of $ids says of the documents that it cites.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:IMPLEMENTS|BASED_ON|MENTIONS]->(:Document)-[link:IMPLEMENTS|CONTINUES|REPLACES|AMENDS {owner: id}]->(:Document)
DELETE link

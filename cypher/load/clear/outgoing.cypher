// Takes away what each document of $ids says for itself. What others and the registry say of it stays.
UNWIND $ids AS id
MATCH (:Document {id: id})-[link:IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS|NAMES|READ_FROM|`IN`|REPORTS_TO]->()
WHERE link.owner IS NULL OR link.owner = id
DELETE link

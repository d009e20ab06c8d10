// Takes away what the document says for itself. What others and the registry say of it stays.
MATCH (:Document {id: $id})-[link:IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS|NAMES|READ_FROM|`IN`|REPORTS_TO]->()
WHERE link.owner IS NULL OR link.owner = $id
DELETE link

// How the documents of $ids that are known by citation alone are cited, by whom.
UNWIND $ids AS id
MATCH (document:Document {id: id})
WHERE document.held = false AND document.registered = false
MATCH (document)<-[link:IMPLEMENTS|BASED_ON|MENTIONS]-(citing:Document)
WHERE link.owner = citing.id
RETURN id, citing.id AS citing, link.citedOn AS issuedOn, link.citedIssuer AS issuer, link.citedSymbol AS symbol
ORDER BY id, citing

// Held documents without number beside documents that are only cited and carry out the same one themselves: they may be one.
MATCH (held:Document)-[own:IMPLEMENTS]->(target:Document)
WHERE held.held = true AND held.number IS NULL AND own.direct = true
MATCH (target)<-[:IMPLEMENTS]-(cited:Document)
WHERE cited.held = false AND cited.number IS NOT NULL
RETURN held.id AS held, held.kind AS heldKind, toString(held.notBefore) AS notBefore, cited.id AS cited, cited.name AS citedName, cited.number AS number,
       cited.symbol AS symbol, toString(cited.issuedOn) AS issuedOn, target.name AS targetName
ORDER BY held, cited, targetName

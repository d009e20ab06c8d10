// Edges that a text states but that do not tell from where: by kind, how many and whose one of them is.
MATCH ()-[link:LEADS|COOPERATES|DIRECTED|IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS|NAMES|REPORTS_TO|RECEIVES|CARRIES_OUT]->()
WHERE link.owner IS NULL OR link.source IS NULL OR link.start IS NULL OR link.end IS NULL OR size(link.source) <> size(link.start) OR size(link.start) <> size(link.end)
RETURN type(link) AS type, count(link) AS count, min(coalesce(link.owner, "nobody")) AS owner ORDER BY type

import { isGroup, isMark, isSpace, isWord, type Group, type Piece, solid, splitAt, type Within } from "./tree.ts";

/** After these words a name and a map are a projection; after MATCH, CREATE or MERGE they would be a node's. */
const BEFORE = ["RETURN", "WITH", "DISTINCT", "UNWIND", "WHERE", "THEN", "ELSE", "IN", "AND", "OR", "NOT"];
/** These words take a subquery in braces. */
const SUBQUERIES = ["CALL", "EXISTS", "COUNT", "COLLECT", "UNION"];

/** Makes a projection without any `.property` a map: `this { key: value }` becomes `{ key: value }`, which says the same of a node that is there. */
export function plainProjections(pieces: readonly Piece[], within: Within): readonly Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    const named = isGroup(piece, "{") ? subjectOf(made, within) : -1;
    if (named < 0 || !isGroup(piece, "{") || takesProperties(piece)) made.push(piece);
    else made.splice(named, made.length - named, { ...piece, inside: spelledOut(piece.inside) });
  }
  return made;
}

/** Where the name stands that a map at the end of `before` would be of; -1 where it is none. */
function subjectOf(before: readonly Piece[], within: Within): number {
  const at = before.findLastIndex((piece) => !isSpace(piece));
  const name = before[at];
  const isName = name?.kind === "quoted" || (isWord(name) && !isWord(name, ...SUBQUERIES, ...BEFORE));
  const lead = before.findLast((piece, index) => index < at && !isSpace(piece));
  return isName && mayLead(lead, within) ? at : -1;
}

/** Whether an expression may begin after `lead`. In round brackets that are no call's it may not: `(this {id: $id})` is a node. */
function mayLead(lead: Piece | undefined, within: Within): boolean {
  if (isWord(lead, ...BEFORE)) return true;
  switch (within) {
    case null:
      return isMark(lead, ",");
    case "{":
      return isMark(lead, ",") || isMark(lead, ":");
    case "[":
      return isMark(lead, ",") || isMark(lead, "|");
    case "call":
      return lead === undefined || isMark(lead, ",");
    case "(":
      return false;
  }
}

function takesProperties(map: Group): boolean {
  return splitAt(map.inside, ",").some((entry) => isMark(solid(entry)[0], "."));
}

/** In a projection `{ other }` stands for `{ other: other }`; a map has to say it. */
function spelledOut(inside: readonly Piece[]): readonly Piece[] {
  return splitAt(inside, ",").flatMap((entry, index) => {
    const [name, ...more] = solid(entry);
    const isBare = more.length === 0 && (name?.kind === "word" || name?.kind === "quoted");
    const spelled = entry.flatMap((piece) => (isBare && piece === name ? [name, COLON, SPACE, name] : [piece]));
    return index === 0 ? spelled : [COMMA, ...spelled];
  });
}

const SPACE: Piece = { kind: "space", text: " " };
const COMMA: Piece = { kind: "mark", text: "," };
const COLON: Piece = { kind: "mark", text: ":" };

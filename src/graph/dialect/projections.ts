import { type Group, isGroup, isMark, isSpace, isWord, type Piece, solid, splitAt } from "./tree.ts";

/** After these words a name and a map are a projection; after MATCH, CREATE or MERGE they would be a node's. */
const BEFORE = ["RETURN", "WITH", "DISTINCT", "UNWIND", "WHERE", "THEN", "ELSE", "IN", "AND", "OR", "NOT"];

/** Makes a projection without any `.property` a map: `this { key: value }` becomes `{ key: value }`, which says the same of a node that is there. */
export function plainProjections(pieces: readonly Piece[], within: Group["open"] | null): readonly Piece[] {
  const made: Piece[] = [];
  pieces.forEach((piece) => {
    const named = isGroup(piece, "{") ? subjectOf(made, within) : -1;
    if (named < 0 || !isGroup(piece, "{") || takesProperties(piece)) made.push(piece);
    else made.splice(named, made.length - named, { ...piece, inside: spelledOut(piece.inside) });
  });
  // A call's own brackets are seen from outside: `collect(this { key: value })`.
  return made.map((piece, index) => (isCall(made, index) && piece.kind === "group" ? { ...piece, inside: argument(piece.inside) } : piece));
}

/** Where the name stands that the map at the end of `before` would be of; -1 where it is none. */
function subjectOf(before: readonly Piece[], within: Group["open"] | null): number {
  const name = before.findLastIndex((piece) => !isSpace(piece));
  const subject = before[name];
  if (subject?.kind !== "word" && subject?.kind !== "quoted") return -1;
  if (isWord(subject, "CALL", "EXISTS", "COUNT", "COLLECT", "UNION", ...BEFORE)) return -1;
  const lead = before.findLast((piece, index) => index < name && !isSpace(piece));
  const inMap = within === "{" && isMark(lead, ":");
  const inList = within === "[" && (lead === undefined || isMark(lead, ",") || isMark(lead, "|"));
  return inMap || inList || isWord(lead, ...BEFORE) || (within !== "(" && isMark(lead, ",")) ? name : -1;
}

function isCall(pieces: readonly Piece[], index: number): boolean {
  const clauses = ["MATCH", "CREATE", "MERGE", "CALL", "EXISTS", ...BEFORE];
  const name = pieces[index - 1];
  return isGroup(pieces[index], "(") && name?.kind === "word" && !isWord(name, ...clauses);
}

function argument(inside: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = solid(inside);
  const [name, map] = isWord(first, "DISTINCT") ? rest : [first, rest[0]];
  const only = solid(inside).length === (isWord(first, "DISTINCT") ? 3 : 2);
  if (!only || name?.kind !== "word" || !isGroup(map, "{") || takesProperties(map)) return inside;
  return inside.flatMap((piece) => (piece === name ? [] : piece === map ? [{ ...map, inside: spelledOut(map.inside) }] : [piece]));
}

function takesProperties(map: Group): boolean {
  return splitAt(map.inside, ",").some((entry) => isMark(solid(entry)[0], "."));
}

/** In a projection `{ other }` stands for `{ other: other }`; a map has to say it. */
function spelledOut(inside: readonly Piece[]): readonly Piece[] {
  return splitAt(inside, ",").flatMap((entry, index) => {
    const [name, ...more] = solid(entry);
    const bare = name?.kind === "word" && more.length === 0 ? [name, COLON, SPACE, name] : entry;
    return index === 0 ? bare : [COMMA, ...(bare === entry ? entry : [SPACE, ...bare])];
  });
}

const SPACE: Piece = { kind: "space", text: " " };
const COMMA: Piece = { kind: "mark", text: "," };
const COLON: Piece = { kind: "mark", text: ":" };

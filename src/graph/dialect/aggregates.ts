import { StoreError } from "../store.ts";
import { isGroup, isMark, isSpace, isWord, type Piece, type Rewrite, solid, splitAt } from "./tree.ts";

const AGGREGATES = [
  "COUNT",
  "COLLECT",
  "MIN",
  "MAX",
  "SUM",
  "AVG",
  "STDEV",
  "STDEVP",
  "PERCENTILECONT",
  "PERCENTILEDISC",
];
const ENDS = ["ORDER", "SKIP", "LIMIT", "UNION", "OFFSET"];

/**
 * Takes aggregates out of returned maps: `RETURN {nodes: count(x), of: y.id} AS v` becomes
 * `WITH count(x) AS lifted0, y.id AS lifted1 RETURN {nodes: lifted0, of: lifted1} AS v`, with the same groups. Names are counted through one statement.
 */
export function liftAggregates(): Rewrite {
  let count = 0;
  const fresh = () => `lifted${String(count++)}`;
  return (pieces, within) => {
    if (within !== null && within !== "{") return pieces;
    const at = pieces.findLastIndex((_piece, index) => isClause(pieces, index, "RETURN"));
    if (at < 0) return pieces;
    const found = pieces.findIndex((_piece, index) => index > at && isClause(pieces, index, ...ENDS));
    const end = found < 0 ? pieces.length : found;
    const items = splitAt(pieces.slice(at + 1, end), ",");
    if (!items.some(mapsAnAggregate)) return pieces;
    if (isWord(solid(items[0] ?? [])[0], "DISTINCT")) throw refused();
    const lifted: Piece[][] = [];
    const lift = (expression: readonly Piece[]): readonly Piece[] => {
      const name: Piece = { kind: "word", text: fresh() };
      lifted.push([...expression, SPACE, word("AS"), SPACE, name]);
      return [name];
    };
    const returned = items.map((item) => liftedItem(item, lift));
    return [
      ...pieces.slice(0, at),
      word("WITH"),
      SPACE,
      ...listed(lifted),
      SPACE,
      word("RETURN"),
      SPACE,
      ...listed(returned),
      ...ending(pieces, end),
    ];
  };
}

/** Whether a clause begins here: the word is not a property's ("task.order") nor a name ("AS order"). */
function isClause(pieces: readonly Piece[], index: number, ...words: readonly string[]): boolean {
  const before = pieces.findLast((piece, at) => at < index && !isSpace(piece));
  return isWord(pieces[index], ...words) && !isMark(before, ".") && !isWord(before, "AS");
}

/** The engine says null of a sum of nothing, Cypher 0: `sum(x)` becomes `coalesce(sum(x), 0)`. */
export function sumsOfNothing(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index): readonly Piece[] => {
    if (isSum(pieces, index)) return [];
    if (!isSum(pieces, index - 1)) return [piece];
    const zero: Piece = { kind: "number", text: "0" };
    return [word("coalesce"), { kind: "group", open: "(", inside: [word("sum"), piece, COMMA, SPACE, zero] }];
  });
}

function isSum(pieces: readonly Piece[], index: number): boolean {
  return isWord(pieces[index], "SUM") && isGroup(pieces[index + 1], "(") && !isMark(pieces[index - 1], ".");
}

type Lift = (expression: readonly Piece[]) => readonly Piece[];

function mapsAnAggregate(item: readonly Piece[]): boolean {
  return item.some((piece, index) => isMap(item, index) && piece.kind === "group" && aggregatesIn(piece.inside));
}

/** Whether a group of a list is a map: not the body of COUNT { … } and its like, nor a projection. */
function isMap(pieces: readonly Piece[], index: number): boolean {
  const before = pieces.slice(0, index).findLast((piece) => !isSpace(piece));
  return isGroup(pieces[index], "{") && before?.kind !== "word" && before?.kind !== "quoted";
}

function aggregatesIn(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => {
    if (piece.kind === "group") return aggregatesIn(piece.inside) && !isSubquery(pieces, index);
    return isWord(piece, ...AGGREGATES) && isGroup(pieces[index + 1], "(") && !isMark(pieces[index - 1], ".");
  });
}

function isSubquery(pieces: readonly Piece[], index: number): boolean {
  return isGroup(pieces[index], "{") && !isMap(pieces, index);
}

/** One item of RETURN, `expression AS name`: a map entry by entry, anything else as a whole. */
function liftedItem(item: readonly Piece[], lift: Lift): readonly Piece[] {
  const parts = trimmed(item);
  const as = parts.findLastIndex((piece) => isWord(piece, "AS"));
  if (as < 0) throw refused();
  return [...liftedValue(trimmed(parts.slice(0, as)), lift), SPACE, ...parts.slice(as)];
}

function liftedValue(value: readonly Piece[], lift: Lift): readonly Piece[] {
  const [only, ...more] = value;
  if (more.length > 0 || !isGroup(only, "{")) return isConstant(value) ? value : lift(value);
  if (solid(only.inside).length === 0) return value;
  const entries = splitAt(only.inside, ",").map((entry) => {
    const colon = entry.findIndex((piece) => isMark(piece, ":"));
    if (colon < 0) throw refused();
    return [...entry.slice(0, colon + 1), SPACE, ...liftedValue(trimmed(entry.slice(colon + 1)), lift)];
  });
  return [{ ...only, inside: entries.flatMap((entry, index) => (index === 0 ? entry : [COMMA, ...entry])) }];
}

const isConstant = ([only, ...more]: readonly Piece[]): boolean =>
  more.length === 0 &&
  (only?.kind === "string" ||
    only?.kind === "number" ||
    only?.kind === "param" ||
    isWord(only, "NULL", "TRUE", "FALSE"));

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex((piece) => !isSpace(piece));
  return pieces.slice(start, pieces.findLastIndex((piece) => !isSpace(piece)) + 1);
}

function listed(items: readonly (readonly Piece[])[]): readonly Piece[] {
  return items.flatMap((item, index) => (index === 0 ? item : [COMMA, SPACE, ...item]));
}

function ending(pieces: readonly Piece[], end: number): readonly Piece[] {
  return end === pieces.length
    ? pieces.slice(pieces.findLastIndex((piece) => !isSpace(piece)) + 1)
    : [SPACE, ...pieces.slice(end)];
}

function refused(): StoreError {
  return new StoreError(
    "STATEMENT_FAILED",
    "the embedded store takes an aggregate inside a returned map only as an entry of its own, under a name",
  );
}

const SPACE: Piece = { kind: "space", text: " " };
const COMMA: Piece = { kind: "mark", text: "," };
const word = (text: string): Piece => ({ kind: "word", text });

import { QuestionError } from "../questions/question-error.ts";

/** How deep a filter may be: relations inside relations, and AND, OR and NOT inside one another. */
const DEEPEST_RELATIONS = 3;
const DEEPEST_LOGIC = 5;
/** How many nodes a relation is taken to lead to, each of which the rest of the filter is tried on. */
const FAN_OUT = 20;

const RELATIONS = ["some", "none", "all", "single", "aggregate"];
const LOGIC = ["AND", "OR", "NOT"];

type Entries = Readonly<Record<string, unknown>>;

/** Refuses a filter that goes through more relations, or has more AND, OR and NOT inside one another, than may be. Throws a `QuestionError` that names `place`. */
export function checkFilterDepth(place: string, where: unknown): void {
  const { relations, logic } = depthOf(where);
  if (relations > DEEPEST_RELATIONS)
    throw new QuestionError(
      "BAD_ARGUMENT",
      `${place} goes through more than ${DEEPEST_RELATIONS} relations inside one another: ask for the nodes between in a question of their own.`,
    );
  if (logic > DEEPEST_LOGIC)
    throw new QuestionError(
      "BAD_ARGUMENT",
      `${place} has more than ${DEEPEST_LOGIC} levels of AND, OR and NOT inside one another.`,
    );
}

interface Depth {
  readonly relations: number;
  readonly logic: number;
}

function depthOf(value: unknown): Depth {
  const below = entriesOf(value).map(([key, inner]): Depth => {
    const { relations, logic } = depthOf(inner);
    return {
      relations: relations + (isRelation(key, inner) ? 1 : 0),
      logic: logic + (LOGIC.includes(key) ? 1 : 0),
    };
  });
  return {
    relations: Math.max(0, ...below.map(({ relations }) => relations)),
    logic: Math.max(0, ...below.map(({ logic }) => logic)),
  };
}

/** About how many nodes a filter looks at beyond the one that it is tried on: each relation multiplies what is asked behind it. */
export function filterCost(where: unknown): number {
  return entriesOf(where).reduce((sum, [key, inner]) => {
    const below = filterCost(inner);
    return sum + (isRelation(key, inner) ? FAN_OUT * (1 + below) : below);
  }, 0);
}

/** The fields of an object, or of all objects of a list. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  return typeof value === "object" && value !== null ? Object.entries(value as Entries) : [];
}

function isRelation(key: string, value: unknown): boolean {
  return RELATIONS.includes(key) && typeof value === "object" && value !== null;
}

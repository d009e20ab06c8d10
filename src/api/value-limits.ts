import { QuestionError } from "../questions/question-error.ts";

/** How large a value may be that is given to a question: objects and lists inside one another, and objects in all. */
const DEEPEST = 20;
const MOST_OBJECTS = 200;

/**
 * Refuses values that are deeper or larger than a question needs: the words of a question are counted, its variables are not, and a filter of thousands of
 * entries keeps the server busy for many seconds, one of thousands of levels runs out of stack. Throws a `QuestionError` that names `place`.
 */
export function checkSize(place: string, value: unknown): void {
  let objects = 0;
  // No recursion, which is what the deepest of them would break.
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const holders = level.filter((each) => typeof each === "object" && each !== null);
    objects += holders.filter((each) => !Array.isArray(each)).length;
    if (depth > DEEPEST && holders.length > 0)
      throw new QuestionError("BAD_ARGUMENT", `${place} is more than ${DEEPEST} levels deep.`);
    if (objects > MOST_OBJECTS)
      throw new QuestionError(
        "BAD_ARGUMENT",
        `${place} has more than ${MOST_OBJECTS} objects: ask in several questions.`,
      );
    level = holders.flatMap((each): unknown[] => Object.values(each));
  }
}

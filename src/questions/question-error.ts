export type QuestionErrorCode = "BAD_ARGUMENT" | "BAD_CURSOR" | "BAD_DECISION" | "BAD_FACTS" | "NOT_HELD";

/** What was wrong with a question: shown to whoever asked. The message names the value and what would do. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly code: QuestionErrorCode;
  constructor(code: QuestionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Throws where a number is not within its bounds. */
export function within(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new QuestionError("BAD_ARGUMENT", `${name} is ${value}: it must be a whole number from ${least} to ${most}`);
}

/** Throws where a text is longer than anybody writes. */
export function short(name: string, value: string, most = 500): string {
  if (value.length <= most) return value;
  throw new QuestionError("BAD_ARGUMENT", `${name} has ${value.length} characters: at most ${most} are read`);
}

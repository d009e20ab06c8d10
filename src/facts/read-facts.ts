import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { firstInvalidUtf8 } from "../text/encoding/utf8.ts";
import { keyFaults, placeIn, spanFaults, referenceFaults } from "./check.ts";
import { letterFaults } from "./letters.ts";
import { factsFile, type Facts } from "./model.ts";
import { NO_REVIEW, reviewFile, type Review } from "./review.ts";
import { reviewPath } from "./write-facts.ts";

/** A facts or review file that cannot be used: the message names the file, the place in it and what is wrong there. */
export class FactsError extends Error {
  override readonly name = "FactsError";
  readonly code: "CANNOT_READ" | "BAD_FACTS";
  readonly file: string;
  constructor(code: "CANNOT_READ" | "BAD_FACTS", file: string, what: string, options?: ErrorOptions) {
    super(`${file}: ${what}`, options);
    this.code = code;
    this.file = file;
  }
}

/** Facts with what people decided about them; nothing of a file that has any fault. */
export interface ReviewedFacts {
  readonly file: string;
  readonly facts: Facts;
  readonly review: Review;
  /** The text itself, where it is at hand and may be kept; it is the one that the facts' hash names. */
  readonly text?: string;
  /** What the file of this text is called, where the facts were read from a copy of another name. */
  readonly name?: string;
}

/** Reads a facts file and the review beside it (`NAME.review.json`, if there is one). Throws `FactsError`. */
export async function readFacts(file: string): Promise<ReviewedFacts> {
  const facts = parseFacts(await readText(file), file);
  const beside = reviewPath(file);
  const review = await readOptional(beside);
  return {
    file,
    facts,
    review:
      review === undefined
        ? { ...NO_REVIEW, source: facts.source }
        : checkedReview(parseJson(review, beside), beside, facts),
  };
}

/** The facts in a file's text. Throws `FactsError` with the first fault and how many more there are. */
export function parseFacts(json: string, file: string): Facts {
  return checkedFacts(parseJson(json, file), file);
}

/** The same of what came as JSON. */
export function checkedFacts(value: unknown, file: string): Facts {
  refuse([...letterFaults(value)], file);
  const facts = shaped(factsFile, value, file);
  refuse([...keyFaults(facts), ...spanFaults(facts), ...referenceFaults(facts)], file);
  return facts;
}

/** What came as the review of these facts. Throws `FactsError`. */
export function checkedReview(value: unknown, file: string, facts: Facts): Review {
  refuse([...letterFaults(value)], file);
  const review = shaped(reviewFile, value, file);
  if (review.source !== facts.source)
    throw new FactsError(
      "BAD_FACTS",
      file,
      `source: is a review of "${review.source}", the facts beside it are of "${facts.source}"`,
    );
  return review;
}

function shaped<T extends z.ZodType>(shape: T, value: unknown, file: string): z.output<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  refuse(
    parsed.error.issues.map((issue) => `${placeIn(issue.path)}${issue.message}`),
    file,
  );
  throw new FactsError("BAD_FACTS", file, "is not a facts file");
}

function refuse(faults: readonly string[], file: string): void {
  const [first, ...more] = faults;
  if (first === undefined) return;
  throw new FactsError("BAD_FACTS", file, more.length === 0 ? first : `${first} (and ${more.length} more faults)`);
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const what = json.trim() === "" ? "is empty" : `is not whole JSON: ${reason.split("\n")[0] ?? reason}`;
    throw new FactsError("BAD_FACTS", file, what, { cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return textOf(await readFile(file), file);
  } catch (cause) {
    if (cause instanceof FactsError) throw cause;
    throw new FactsError("CANNOT_READ", file, `cannot be read (${codeOf(cause)})`, { cause });
  }
}

async function readOptional(file: string): Promise<string | undefined> {
  try {
    return await readText(file);
  } catch (error) {
    if (error instanceof FactsError && codeOf(error.cause) === "ENOENT") return undefined;
    throw error;
  }
}

/** The text of these bytes. Throws `FactsError` where they are no UTF-8: a letter that was put in the place of one would be kept as a fact. */
function textOf(bytes: Buffer, file: string): string {
  const invalid = firstInvalidUtf8(bytes);
  if (invalid === null) return bytes.toString("utf8");
  const hex = (bytes[invalid] ?? 0).toString(16).padStart(2, "0").toUpperCase();
  throw new FactsError("BAD_FACTS", file, `is no UTF-8: byte ${String(invalid)} is ${hex}`);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

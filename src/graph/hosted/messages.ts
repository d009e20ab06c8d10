import type { Params, StoreErrorCode, TextIndex } from "../store.ts";

/**
 * What a store asks of the process that has its engine. A transaction begins with its first statement and has no message of its own for that; the asker
 * numbers transactions and questions. Nobody else can send or hear these: they are typed, and not checked again on each statement's way.
 */
export type Question =
  | {
      readonly ask: "run";
      readonly transaction: number;
      readonly mode: "read" | "write";
      readonly cypher: string;
      readonly params: Params;
    }
  | { readonly ask: "end"; readonly transaction: number; readonly how: "commit" | "rollback" }
  | { readonly ask: "prepare"; readonly statements: readonly string[] }
  | { readonly ask: "search"; readonly index: TextIndex; readonly words: readonly string[]; readonly first: number }
  | { readonly ask: "version" }
  | { readonly ask: "close" };
export type QuestionOf<Ask extends Question["ask"]> = Extract<Question, { readonly ask: Ask }>;

/** A question with its number, or without one where no answer is wanted. */
export interface Asked {
  readonly id: number | null;
  readonly question: Question;
}

export interface Failure {
  readonly code: StoreErrorCode;
  readonly message: string;
  /** In the engine's own words. */
  readonly cause: string | null;
}
export type Answered =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: Failure };

/** The question that a process answers unasked, as soon as the store is open or cannot be opened. */
export const OPENING = 0;

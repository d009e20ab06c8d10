/** What stays doubtful about a document, with a place where there is one. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
  readonly start: number | null;
  readonly end: number | null;
}

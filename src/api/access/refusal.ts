const STATUS = { UNAUTHENTICATED: 401, FORBIDDEN: 403, KEYS_UNAVAILABLE: 503 } as const;

/** Why a caller is not let in: without a token that holds (401), with one that may not do that (403), or because nobody can tell (503). */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: keyof typeof STATUS;
  readonly status: number;
  /** Headers that go with the answer. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: keyof typeof STATUS, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = STATUS[code];
    this.headers = HEADERS[code];
  }
}

const HEADERS: Readonly<Record<keyof typeof STATUS, Readonly<Record<string, string>>>> = {
  UNAUTHENTICATED: { "www-authenticate": 'Bearer realm="mandate"' },
  FORBIDDEN: {},
  KEYS_UNAVAILABLE: { "retry-after": "5" },
};

/** A token was given and does not hold. What exactly is wrong with it is the log's, not the caller's. */
export function badToken(cause?: unknown): Refusal {
  return new Refusal("UNAUTHENTICATED", "The token is not taken: it is none of ours, or it has expired", { cause });
}

import * as z from "zod/mini";
import { key, wantsKey } from "./key.ts";

// Checks are not compiled to code in the browser: the content security policy allows no such thing.
z.config({ jitless: true });

export type Variables = Readonly<Record<string, unknown>>;

/** A question to the API and the shape that its answer has to have. */
export interface Question<T> {
  readonly query: string;
  readonly shape: z.ZodMiniType<T>;
}

export function question<S extends z.ZodMiniType>(query: string, shape: S): Question<z.output<S>> {
  return { query, shape: shape as z.ZodMiniType<z.output<S>> };
}

/** Why there is no answer: the server is away, or it refused; `message` is the server's own where it gave one. */
export class AskError extends Error {
  override readonly name = "AskError";
  readonly kind: "AWAY" | "REFUSED" | "UNEXPECTED";
  constructor(kind: AskError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const envelope = z.object({
  data: z.optional(z.unknown()),
  errors: z.optional(z.array(z.object({ message: z.string() }))),
});

/** Asks this server's GraphQL, the only thing that the pages speak to. Throws an `AskError`. */
export async function ask<T>({ query, shape }: Question<T>, variables: Variables, signal?: AbortSignal): Promise<T> {
  const token = key();
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    throw new AskError("AWAY", "the server does not answer", { cause });
  });
  const read = envelope.safeParse(await answer.json().catch(() => null));
  if (!read.success) throw new AskError("AWAY", `the server answered ${answer.status} without GraphQL`);
  if (answer.status === 401) wantsKey();
  const [error] = read.data.errors ?? [];
  if (error !== undefined) throw new AskError(answer.status === 503 ? "AWAY" : "REFUSED", error.message);
  const parsed = shape.safeParse(read.data.data);
  if (!parsed.success)
    throw new AskError("UNEXPECTED", `the answer has another shape: ${parsed.error.issues[0]?.path.join(".") ?? ""}`);
  return parsed.data;
}

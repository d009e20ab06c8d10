import { QuestionError, within } from "../questions/question-error.ts";
import { FactsError, type ReviewedFacts } from "../facts/read-facts.ts";
import type { Review } from "../facts/review.ts";
import { changes } from "../graph/audit.ts";
import type { Loader } from "../graph/load/load.ts";
import { reviewOf } from "../graph/load/keep-and-record.ts";
import { refreshStatements } from "../graph/load/statements.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { decided, factNamed, refuseNoLetters, ReviewError, undone } from "../review/decide.ts";
import type { Caller, Role } from "./access/caller.ts";
import type { ApiContext } from "./context.ts";
import { loaderOf } from "./loader.ts";
import type { QuestionResolver } from "./context.ts";

/** The role that each field of the API needs which is not for every reader. */
export const NEEDED: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  Query: { decisions: "reviewer", changes: "reviewer" },
  Mutation: Object.fromEntries(
    ["accept", "reject", "edit", "add", "merge", "place", "identify", "describe", "undo"].map((name) => [
      name,
      "reviewer" as const,
    ]),
  ),
};

interface Asked {
  readonly document: string;
  readonly reason: string;
  readonly [argument: string]: unknown;
}
type Fields = Readonly<Record<string, unknown>>;
/** What a mutation asks for as a decision, which names facts by their place in the facts. */
type Asking = (asked: Asked, held: ReviewedFacts) => Fields;

const onFact =
  (action: "accept" | "reject" | "edit"): Asking =>
  ({ fact, set }, { facts, text }) => ({
    action,
    ...factNamed(facts, String(fact), text ?? null),
    ...(action === "edit" ? { set } : {}),
  });

const ASKING: Readonly<Record<string, Asking>> = {
  accept: onFact("accept"),
  reject: onFact("reject"),
  edit: onFact("edit"),
  add: ({ part, value }) => ({ action: "add", part, value }),
  merge: ({ from, into }) => ({ action: "merge", from, into }),
  place: ({ province }) => ({ action: "place", province }),
  identify: ({ as: id, number, symbol, issuedOn }) => ({
    action: "identify",
    document: { id, number, symbol, issuedOn: issuedOn == null ? null : dayOf(issuedOn) },
  }),
  describe: ({ set }) => ({ action: "describe", set }),
};

/** A `Date` as it comes: an object that prints itself. */
const dayOf = (day: unknown): string => (day as { toString(): string }).toString();

/** The mutations: each makes one decision about one held document, in one transaction, in the name of whoever the token speaks for. */
export function decisionResolvers(store: Store): Readonly<Record<string, QuestionResolver>> {
  const loader = () => loaderOf(store);
  const deciding = Object.entries(ASKING).map(([name, asking]): [string, QuestionResolver] => [
    name,
    async (_source, asked: Asked, { caller }) =>
      revised(await loader(), asked, called(caller), (held, by) => {
        const made = { by, on: today(), reason: asked.reason, through: "api" as const };
        const { review, id } = decided(held.facts, held.review, asking(asked, held), made, held.text ?? null);
        return { review, id, what: "DECIDED", detail: `${id} ${name}: ${asked.reason}` };
      }),
  ]);
  const undo: QuestionResolver = async (_source, asked: Asked, { caller }) =>
    revised(await loader(), asked, called(caller), ({ review }, by) => {
      const id = String(asked["decision"]);
      const next = undone(review, id, { by, on: today(), through: "api" });
      return { review: next, id, what: "TAKEN_BACK", detail: `${id}: ${asked.reason}` };
    });
  return { ...Object.fromEntries(deciding), undo };
}

/** What reviewers ask besides. */
export const reviewQuestions: Readonly<Record<string, QuestionResolver>> = {
  decisions: async (_source, { document }: { readonly document: string }, { store }: ApiContext) => {
    const [held] = await read(store, refreshStatements.heldDocument, { ids: [document] });
    return held === undefined ? null : reviewOf(held.review).decisions.map(shown);
  },
  changes: (_source, { since, first }: { readonly since?: unknown; readonly first: number }, { store }) =>
    changes(store, {
      first: within("first", first, 1, MOST_CHANGES),
      since: since == null ? null : dayOf(since),
    }),
};
const MOST_CHANGES = 500;

function shown({ id, action, by, on, reason, broughtBy, undone: back, ...rest }: Review["decisions"][number]) {
  return {
    id,
    action,
    by,
    on,
    reason,
    broughtBy: broughtBy ?? null,
    undoneBy: back?.by ?? null,
    undoneOn: back?.on ?? null,
    undoneBroughtBy: back?.broughtBy ?? null,
    says: JSON.stringify(rest),
  };
}

interface Next {
  readonly review: Review;
  readonly id: string;
  readonly what: "DECIDED" | "TAKEN_BACK";
  readonly detail: string;
}

async function revised(loader: Loader, asked: Asked, by: string, revise: (held: ReviewedFacts, by: string) => Next) {
  const { document, reason } = asked;
  if (reason.trim() === "") throw new QuestionError("BAD_DECISION", "reason: say why.");
  let decision = "";
  try {
    refuseNoLetters(asked);
    const loaded = await loader.revise(document, (held) => {
      const { review, id, ...deed } = revise(held, by);
      decision = id;
      return { review, signed: { by, through: "api", ...deed } };
    });
    if (loaded === null)
      throw new QuestionError("NOT_HELD", `${document} is not held: only documents that were read can be reviewed.`);
    return { decision, document: loaded.id, name: loaded.name, doubts: loaded.doubts.map(({ message }) => message) };
  } catch (error) {
    if (error instanceof ReviewError) throw new QuestionError(error.code, error.message, { cause: error });
    // What is held was let in by an earlier version; the message says where it is wrong.
    if (error instanceof FactsError) throw new QuestionError("BAD_FACTS", error.message, { cause: error });
    throw error;
  }
}

function called(caller: Caller | null): string {
  if (caller === null) throw new Error("a mutation ran for nobody: roles are checked before");
  return caller.subject;
}

const today = (): string => new Date().toISOString().slice(0, 10);

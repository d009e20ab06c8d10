import type { FastifyInstance } from "fastify";
import { checkedFacts, checkedReview, FactsError, type ReviewedFacts } from "../facts/read-facts.ts";
import { NO_REVIEW } from "../facts/review.ts";
import { sourceOf } from "../facts/source-of.ts";
import { reviewOf } from "../graph/load/keep-and-record.ts";
import { refreshStatements } from "../graph/load/statements.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { sendError } from "./http-errors.ts";
import { loaderOf } from "./loader.ts";

/** Facts of long documents have some 500 kB. */
const LARGEST_FACTS = 4_000_000;

/**
 * Loads a document: `PUT /facts/NAME` with its facts, or with `{ "facts": …, "review": … }`; without a review the one that is held stays. A route of its
 * own and no mutation: facts are far larger than any question, and who sends them is told apart before any of their bytes is read. NAME is what errors
 * call them.
 */
export function takeFacts(app: FastifyInstance, store: Store): void {
  app.put<{ Params: { name: string } }>(
    "/facts/:name",
    { config: { needs: "loader" }, bodyLimit: LARGEST_FACTS },
    async (request, reply) => {
      const { caller, body } = request;
      if (caller === null) throw new Error("facts were sent by nobody: roles are checked before");
      try {
        const reviewed = await readBody(store, body, request.params.name);
        const loader = await loaderOf(store);
        return await loader.load(reviewed, { by: caller.subject, through: "api" });
      } catch (error) {
        if (!(error instanceof FactsError)) throw error;
        return sendError(reply, 400, error.message, error.code);
      }
    },
  );
}

async function readBody(store: Store, body: unknown, file: string): Promise<ReviewedFacts> {
  // Facts themselves have a number there: the version of their contract.
  const { facts: inside, review } = isObject(body) && isObject(body["facts"]) ? body : {};
  const facts = checkedFacts(inside ?? body, file);
  const given = { file, facts, review: { ...NO_REVIEW, source: facts.source } };
  if (review !== undefined) return { ...given, review: checkedReview(review, file, facts) };
  const [held] = await read(store, refreshStatements.heldText, { sha256: sourceOf(given) });
  return held?.review == null ? given : { ...given, review: reviewOf(held.review) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

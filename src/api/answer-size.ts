import type { FastifyReply } from "fastify";
import { sendError } from "./http-errors.ts";
import type { Metrics } from "./operation/metrics.ts";

/** The most that an answer has, in bytes of JSON: what a page or a program takes in at once. */
export const LARGEST_ANSWER = 5_000_000;
const TOO_LARGE = "ANSWER_TOO_LARGE";

/** What GraphQL has made ready to be sent, or where that is larger than an answer may be, an error in its place: never a part of it. */
export function answerWithin(
  sent: unknown,
  reply: FastifyReply,
  metrics: Pick<Metrics, "error">,
  largest = LARGEST_ANSWER,
): unknown {
  if (typeof sent !== "string") return sent;
  const bytes = Buffer.byteLength(sent);
  if (bytes <= largest) return sent;
  metrics.error(TOO_LARGE);
  const message = `The answer has ${megabytes(bytes)} MB, at most ${megabytes(largest)} are sent: ask for fewer entries (limit, first), or for fewer fields of each.`;
  return sendError(reply, 400, message, TOO_LARGE);
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

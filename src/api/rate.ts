import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { callerOf } from "./access/caller.ts";

/** Why a request is not answered now. */
class TooMany extends Error {
  override readonly name = "TooMany";
  readonly code = "TOO_MANY_REQUESTS";
  readonly statusCode = 429;
}

/**
 * At most so many requests a minute by one token or, without a token that holds, one address; health, readiness and the pages' own files are not counted.
 * It counts after the token was looked at and before anything is refused, so that guessing is slowed down too.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: "1 minute",
    cache: 10_000,
    keyGenerator: callerOf,
    allowList: (request) => request.routeOptions.config.needs === "nobody",
    errorResponseBuilder: (_request, { max, ttl }) =>
      new TooMany(`More than ${max} requests a minute: try again in ${Math.ceil(ttl / 1_000)} s`),
  });
}

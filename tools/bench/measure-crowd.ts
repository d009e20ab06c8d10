import autocannon from "autocannon";
import { ASKS } from "./asks.ts";
import type { Loaded } from "./stores.ts";

/** How a server answers many at once: 200 connections that ask the same first page of a body again and again. */
export interface Crowd {
  readonly of: Loaded;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none: refused, late, or with an error. */
  readonly failed: number;
}

export const CONNECTIONS = 200;

export async function measureCrowd(all: readonly Loaded[], seconds: number): Promise<readonly Crowd[]> {
  const [ask] = ASKS.filter(({ name }) => name.startsWith("responsibilities"));
  const crowds: Crowd[] = [];
  for (const of of all) {
    const { requests, latency, non2xx, errors, timeouts } = await autocannon({
      url: of.url,
      connections: CONNECTIONS,
      duration: seconds,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: ask?.query }),
      workers: 1,
      timeout: 60,
    });
    crowds.push({
      of,
      perSecond: requests.average,
      p50: latency.p50,
      p99: latency.p99,
      failed: non2xx + errors + timeouts,
    });
  }
  return crowds;
}

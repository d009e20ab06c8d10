/** A half-open period of ISO days; null is open or not known. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

export function inForce({ from, until }: Period, on: string): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}

/** True where some day belongs to both. */
export function overlap(one: Period, other: Period): boolean {
  return startsBefore(one, other.until) && startsBefore(other, one.until);
}

function startsBefore({ from }: Period, day: string | null): boolean {
  return from === null || day === null || from < day;
}

/** The later of two beginnings: null is before all days. */
export function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** The earlier of two ends: null is after all days. */
export function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

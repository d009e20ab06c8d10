import { expect, test } from "vitest";
import { Busy, Turns } from "../../../src/api/operation/turns.ts";

/** Work that ends when it is told to. */
function doors() {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (name: number) => () => {
    begun.push(name);
    return new Promise<number>((resolve) => ends.push(() => resolve(name)));
  };
  return { ends, begun, work };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

test("only so many are inside, and the next goes in as one leaves, in the order they came", async () => {
  const turns = new Turns({ atOnce: 2, longest: 10, patience: 10_000 });
  const { ends, begun, work } = doors();
  const all = [1, 2, 3, 4].map((name) => turns.take(work(name)));
  await tick();
  expect(begun).toEqual([1, 2]);
  ends[1]?.();
  await tick();
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  await tick();
  expect(begun).toEqual([1, 2, 3, 4]);
  for (const end of ends) end();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
});

test("who fails makes room too", async () => {
  const turns = new Turns({ atOnce: 1, longest: 1, patience: 10_000 });
  await expect(turns.take(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take(() => Promise.resolve(1))).toBe(1);
});

test("who finds too many waiting is sent away at once, and who waits too long later; both leave no trace", async () => {
  const turns = new Turns({ atOnce: 1, longest: 1, patience: 50 });
  const { ends, begun, work } = doors();
  const inside = turns.take(work(1));
  const waiting = turns.take(work(2));
  await expect(turns.take(work(3))).rejects.toBeInstanceOf(Busy);
  await expect(waiting).rejects.toBeInstanceOf(Busy);
  ends[0]?.();
  await inside;
  expect(await turns.take(() => Promise.resolve(4))).toBe(4);
  expect(begun).toEqual([1]);
});

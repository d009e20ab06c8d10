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
  const all = [1, 2, 3, 4].map((name) => turns.take("lan", work(name)));
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
  await expect(turns.take("lan", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take("lan", () => Promise.resolve(1))).toBe(1);
});

test("who finds too many waiting is sent away at once, and who waits too long later; both leave no trace", async () => {
  const turns = new Turns({ atOnce: 1, longest: 1, patience: 50 });
  const { ends, begun, work } = doors();
  const inside = turns.take("lan", work(1));
  const waiting = turns.take("lan", work(2));
  await expect(turns.take("lan", work(3))).rejects.toBeInstanceOf(Busy);
  await expect(waiting).rejects.toBeInstanceOf(Busy);
  ends[0]?.();
  await inside;
  expect(await turns.take("lan", () => Promise.resolve(4))).toBe(4);
  expect(begun).toEqual([1]);
});

test("one caller has a quarter of the turns, also where the others are free; who comes after it goes in before its next", async () => {
  const turns = new Turns({ atOnce: 8, longest: 20, patience: 10_000 });
  const { ends, begun, work } = doors();
  const all = [1, 2, 3, 4].map((name) => turns.take("lan", work(name)));
  all.push(...[11, 12, 13].map((name) => turns.take("mai", work(name))));
  await tick();
  expect(begun).toEqual([1, 2, 11, 12]);
  ends[2]?.();
  await tick();
  expect(begun).toEqual([1, 2, 11, 12, 13]);
  ends[0]?.();
  await tick();
  expect(begun).toEqual([1, 2, 11, 12, 13, 3]);
  for (let index = 0; index < all.length; index += 1) {
    for (const end of ends) end();
    await tick();
  }
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 11, 12, 13]);
});

test("where the line is full, the last of whoever has most in it gives way to who has less", async () => {
  const turns = new Turns({ atOnce: 2, longest: 4, patience: 10_000 });
  const { ends, begun, work } = doors();
  const lans = [1, 2, 3, 4, 5, 6].map((name) => turns.take("lan", work(name)));
  const sentAway = expect(lans[5]).rejects.toBeInstanceOf(Busy);
  const mais = [11, 12].map((name) => turns.take("mai", work(name)));
  await sentAway;
  await expect(lans[4]).rejects.toBeInstanceOf(Busy);
  await expect(turns.take("lan", work(7))).rejects.toBeInstanceOf(Busy);
  await expect(turns.take("mai", work(13))).rejects.toBeInstanceOf(Busy);
  for (let index = 0; index < 4; index += 1) {
    for (const end of ends) end();
    await tick();
  }
  for (const end of ends) end();
  await Promise.all([...lans.slice(0, 4), ...mais]);
  expect(begun).toEqual([1, 2, 3, 4, 11, 12]);
});

import { expect, test } from "vitest";
import { Ahead } from "../../src/graph/load/ahead.ts";

test("gives items in their order, each begun once and only when it is asked for", async () => {
  const begun: number[] = [];
  const ahead = new Ahead(counting(3, (number) => begun.push(number)));
  expect(begun).toEqual([]);
  expect(await ahead.next()).toBe(0);
  ahead.begin();
  ahead.begin();
  await tick();
  expect(begun).toEqual([0, 1]);
  expect([await ahead.next(), await ahead.next(), await ahead.next(), await ahead.next()]).toEqual([
    1,
    2,
    undefined,
    undefined,
  ]);
});

test("tells what goes wrong with an item when its turn comes, and not before", async () => {
  const ahead = new Ahead(
    counting(2, (number) => {
      if (number === 1) throw new Error("no such file");
    }),
  );
  expect(await ahead.next()).toBe(0);
  ahead.begin();
  await tick();
  await expect(ahead.next()).rejects.toThrow("no such file");
});

test("lets its source clean up where it is ended early", async () => {
  let cleaned = false;
  async function* items(): AsyncGenerator<number> {
    try {
      for (;;) yield await Promise.resolve(1);
    } finally {
      cleaned = true;
    }
  }
  const ahead = new Ahead(items());
  await ahead.next();
  ahead.begin();
  await ahead.end();
  expect(cleaned).toBe(true);
});

async function* counting(count: number, onBegun: (number: number) => unknown): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) {
    await tick();
    onBegun(number);
    yield number;
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

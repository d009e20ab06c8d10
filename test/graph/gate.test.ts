import { expect, test } from "vitest";
import { Gate } from "../../src/graph/gate.ts";

test("writers come in one at a time, in their order, also after one that failed", async () => {
  const gate = new Gate("here");
  const seen: string[] = [];
  const first = gate.writer(async () => {
    seen.push("first in");
    await tick();
    seen.push("first out");
    throw new Error("no more");
  });
  const second = gate.writer(() => Promise.resolve(seen.push("second in")));
  await expect(first).rejects.toThrow("no more");
  await second;
  expect(seen).toEqual(["first in", "first out", "second in"]);
});

test("a writer can let the next one in before it is out, and no more than that one", async () => {
  const gate = new Gate("here");
  const seen: string[] = [];
  const inTurn = (name: string) =>
    gate.writer(async (letNext) => {
      seen.push(`${name} in`);
      if (name === "first") letNext();
      await tick();
      seen.push(`${name} out`);
    });
  await Promise.all([inTurn("first"), inTurn("second"), inTurn("third")]);
  expect(seen.slice(0, 2)).toEqual(["first in", "second in"]);
  expect(seen.slice(-2)).toEqual(["third in", "third out"]);
});

test("closing waits for all who are inside and lets nobody in any more", async () => {
  const gate = new Gate("here");
  const seen: string[] = [];
  const writing = gate.writer(async (letNext) => {
    letNext();
    await tick();
    seen.push("written");
  });
  const reading = gate.reader(async () => {
    await tick();
    seen.push("read");
  });
  await gate.close(() => void seen.push("closed"));
  await Promise.all([writing, reading]);
  expect(seen.at(-1)).toBe("closed");
  await expect(gate.reader(() => Promise.resolve())).rejects.toMatchObject({ code: "STORE_UNREACHABLE" });
});

async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

import { expect, test } from "vitest";
import { mandate, storePath } from "../support/command.ts";

test("of two loaders on one store the second stops at once and says who holds it; nothing is there twice", async () => {
  const MANDATE_STORE = await storePath();
  const both = await Promise.all([mandate(["load"], { MANDATE_STORE }), mandate(["load"], { MANDATE_STORE })]);
  const [kept, refused] = both[0].code === 0 ? both : [both[1], both[0]];
  expect(kept.code).toBe(0);
  // A slow start may have let one after the other.
  expect([0, 75]).toContain(refused.code);
  if (refused.code === 75) expect(refused.err).toMatch(/in use by process \d+: stop it/u);
  const { out } = await mandate(["doctor", "--json"], { MANDATE_STORE });
  const alone = await storePath();
  await mandate(["load"], { MANDATE_STORE: alone });
  const { out: clean } = await mandate(["doctor", "--json"], { MANDATE_STORE: alone });
  const nodesOf = (json: string) => (JSON.parse(json) as { readonly nodes: unknown }).nodes;
  expect(nodesOf(out)).toEqual(nodesOf(clean));
});

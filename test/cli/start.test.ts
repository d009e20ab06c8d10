import { expect, test } from "vitest";
import { ask, mandate, serving, storePath } from "../support/command.ts";

test("npm start loads the shipped facts and answers on the address it prints, twice in a row", async () => {
  const MANDATE_STORE = await storePath();
  for (let time = 1; time <= 2; time += 1) {
    const served = await serving(["npm", "start", "--silent", "--", "--port", "0"], { MANDATE_STORE });
    try {
      const { status, data } = await ask(
        served.url,
        `{ documents(where: { held: { eq: true } }) { id } lineage(document: "vn/tw/kl/2024/69") { nodes { distance } } }`,
      );
      expect(status).toBe(200);
      expect(data).toMatchObject({ documents: { length: 5 }, lineage: { nodes: { length: 9 } } });
    } finally {
      await served.stop();
    }
  }
}, 120_000);

test("a command that needs the store which a server holds says who holds it", async () => {
  const MANDATE_STORE = await storePath();
  const served = await serving([process.execPath, "bin/mandate.js", "start", "--port", "0"], { MANDATE_STORE });
  try {
    const { code, err } = await mandate(["lineage", "KL 69"], { MANDATE_STORE });
    expect(code).toBe(75);
    expect(err).toContain(String(served.process.pid));
  } finally {
    expect(await served.stop()).toBe(0);
  }
});

test("a port that is taken is a clear error", async () => {
  const served = await serving([process.execPath, "bin/mandate.js", "start", "--port", "0"], {
    MANDATE_STORE: await storePath(),
  });
  try {
    const { port } = new URL(served.url);
    const { code, err } = await mandate(["start", "--port", port], { MANDATE_STORE: await storePath() });
    expect(code).toBe(74);
    expect(err).toContain(port);
  } finally {
    await served.stop();
  }
});

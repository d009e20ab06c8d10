import { expect, test } from "vitest";
import { makeLog } from "../../../src/api/operation/log.ts";

const PASSWORD = 'mật-khẩu "rất" dài';

function logged(write: (log: ReturnType<typeof makeLog>) => void): readonly string[] {
  const lines: string[] = [];
  write(makeLog("info", [PASSWORD, "ngắn"], { write: (line) => void lines.push(line) }));
  return lines;
}

test("no secret gets into the log, whatever brings it along", () => {
  const lines = logged((log) => {
    log.info({ headers: { authorization: "Bearer abc", cookie: "a=b" }, password: "x", user: "an" }, "as fields");
    log.error({ err: new Error(`cannot log in with ${PASSWORD}`, { cause: new Error(PASSWORD) }) }, PASSWORD);
    log.warn(`Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoicmVhZGVyIn0.abc-_d`);
  });
  const all = lines.join("");
  for (const secret of [PASSWORD, "rất", "eyJ", "Bearer abc", "a=b", '"x"']) expect(all).not.toContain(secret);
  expect(all).toContain('"user":"an"');
});

test("what a client sends stays on one line", () => {
  const [line = "", ...others] = logged((log) => log.info({ path: '/x\n{"level":60}\r\u2028' }, "a\nb"));
  expect(others).toEqual([]);
  expect(line.trimEnd()).not.toMatch(/[\n\r]/u);
  expect(JSON.parse(line)).toMatchObject({ msg: "a\nb" });
});

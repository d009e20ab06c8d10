// A process of its own that writes an archive of records that cannot be packed, and says how it ended.
import { randomBytes } from "node:crypto";
import { SECTIONS } from "../../src/archive/sections.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";

const [path = ""] = process.argv.slice(2);
const [section] = SECTIONS;
async function* entries() {
  for (let at = 0; at < 1_000 && section !== undefined; at += 1)
    yield await Promise.resolve({ section, record: { id: randomBytes(4_096).toString("hex"), registry: "x" } });
}
try {
  await writeArchive(path, { madeAt: "2026-11-24T09:00:00.000Z", registry: "any" }, entries());
  process.stdout.write("written\n");
} catch (error) {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  process.stdout.write(`failed ${code ?? ""} ${message}\n`);
}

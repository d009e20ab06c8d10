// A process of its own that serves a store as a server does: says its engine's process, then does what its second argument names.
import { Engine } from "../../../src/graph/hosted/engine.ts";
import { HostedStore } from "../../../src/graph/hosted/hosted-store.ts";
import { RUNAWAY } from "./runaway.ts";

const [path = "", what = ""] = process.argv.slice(2);
try {
  const engine = await Engine.open(path);
  const store = new HostedStore(path, engine, () => Engine.open(path));
  process.stdout.write(`engine ${engine.pid ?? ""}\n`);
  if (what === "busy") await store.read((transaction) => transaction.run(RUNAWAY, {}));
  for (let id = 0; what === "writing"; id += 1) {
    await store.write((transaction) =>
      transaction.run("UNWIND range(1, 500) AS n CREATE (:Thing {id: $id, name: 'Sở Khoa học và Công nghệ'})", { id }),
    );
    process.stdout.write(`kept ${id}\n`);
  }
} catch (error) {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  process.stdout.write(`failed ${code ?? ""} ${message}\n`, () => process.exit(1));
}

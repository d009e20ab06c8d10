// A process of its own that loads documents of fifty tasks, one transaction each, and says each that it was told is kept.
import { openStore } from "../../../src/graph/open-store.ts";

const [path = "", first = "0", documents = "100000"] = process.argv.slice(2);
try {
  const store = await openStore({ kind: "embedded", path });
  process.stdout.write("open\n");
  await store.prepare([]);
  for (let id = Number(first); id < Number(first) + Number(documents); id++) {
    await store.write(async (transaction) => {
      await transaction.run("MERGE (d:Document {id: $id})", { id });
      await transaction.run(
        "MATCH (d:Document {id: $id}) UNWIND range(1, 50) AS n CREATE (d)-[:ASSIGNS]->(:Task {id: toString($id) + '#' + toString(n), folded: 'khoa hoc'})",
        { id },
      );
    });
    process.stdout.write(`kept ${id}\n`);
  }
  await store.close();
  process.stdout.write("closed\n");
} catch (error) {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  process.stdout.write(`failed ${code ?? ""} ${message}\n`);
  process.exit(1);
}

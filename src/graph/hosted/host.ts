// The process that has the engine of a store, so that the engine can be ended without the server. Arguments: the path of the store, the process it serves.
import { openEmbedded } from "../embedded/open.ts";
import { StoreError, type Store } from "../store.ts";
import { OPENING, type Answered, type Asked, type Failure, type Question } from "./messages.ts";
import { OpenTransactions } from "./open-transactions.ts";

const [path = "", holder = ""] = process.argv.slice(2);

// A Ctrl-C goes to every process of a terminal: when this one ends, the server decides.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
// The server is gone. Nothing may hold the store back for it, not even the engine's own threads, which `process.exit` would wait for.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

await serve();

async function serve(): Promise<void> {
  let store: Store;
  try {
    store = await openEmbedded(path, Number(holder));
  } catch (error) {
    send({ id: OPENING, error: failureOf(error) }, leave);
    return;
  }
  const transactions = new OpenTransactions(store);
  process.on("message", ({ id, question }: Asked) => {
    const answering = answerTo(store, transactions, question);
    if (id === null) answering.catch(() => undefined);
    else
      answering.then(
        (value) => send({ id, value }, question.ask === "close" ? leave : undefined),
        (error: unknown) => send({ id, error: failureOf(error) }),
      );
  });
  send({ id: OPENING, value: null });
}

function answerTo(store: Store, transactions: OpenTransactions, question: Question): Promise<unknown> {
  switch (question.ask) {
    case "run":
      return transactions.run(question);
    case "end":
      return transactions.end(question);
    case "prepare":
      return store.prepare(question.statements);
    case "search":
      return store.searchText(question.index, question.words, question.first);
    case "version":
      return store.version();
    case "close":
      return store.close();
  }
}

function send(answer: Answered, after: () => void = () => undefined): void {
  process.send?.(answer, after);
}

function leave(): void {
  process.exit();
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof StoreError)) return { code: "STATEMENT_FAILED", message: String(error), cause: null };
  const { code, message, cause } = error;
  return { code, message, cause: cause instanceof Error ? cause.message : null };
}

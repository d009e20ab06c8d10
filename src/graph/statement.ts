import { z } from "zod";
import { readAsset } from "../assets.ts";
import type { Params, Store, Transaction } from "./store.ts";
import { StoreError } from "./store.ts";

/** A named statement: the text of `cypher/<name>.cypher`, what goes in and what one row of the answer is. */
export interface Statement<P extends z.ZodType, R extends z.ZodType> {
  readonly name: string;
  readonly params: P;
  readonly row: R;
  /** The text of the statement, read once. */
  readonly cypher: string;
}

const declared = new Map<string, Statement<z.ZodType, z.ZodType>>();

/** Declares the statement of `cypher/<name>.cypher`. Throws where the file is missing or the name is declared twice. */
export function statement<P extends z.ZodType, R extends z.ZodType>(
  name: string,
  shape: { readonly params: P; readonly row: R },
): Statement<P, R> {
  if (declared.has(name)) throw new Error(`the statement ${name} is declared twice`);
  const made = { name, ...shape, cypher: readAsset(`cypher/${name}.cypher`) };
  declared.set(name, made);
  return made;
}

/** Every statement declared by the modules loaded so far, in the order of their names. */
export function declaredStatements(): readonly Statement<z.ZodType, z.ZodType>[] {
  return [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Runs a statement in a transaction that is open; rows are checked against the declaration. */
export async function run<P extends z.ZodType, R extends z.ZodType>(
  transaction: Transaction,
  { name, params, row, cypher }: Statement<P, R>,
  given: z.input<P>,
): Promise<readonly z.output<R>[]> {
  const rows = await named(name, transaction.run(cypher, params.parse(given) as Params));
  const checked = z.array(row).safeParse(rows);
  if (checked.success) return checked.data;
  throw new StoreError(
    "STATEMENT_FAILED",
    `${name} answered in another shape than it declares: ${z.prettifyError(checked.error)}`,
    { cause: checked.error },
  );
}

/** Tells which statement it was that a store could not run. */
async function named<T>(name: string, running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "STATEMENT_FAILED") throw error;
    throw new StoreError("STATEMENT_FAILED", `${name}: ${error.message}`, { cause: error });
  }
}

/** Runs one statement in a read transaction of its own. */
export function read<P extends z.ZodType, R extends z.ZodType>(
  store: Store,
  asked: Statement<P, R>,
  given: z.input<P>,
): Promise<readonly z.output<R>[]> {
  return store.read((transaction) => run(transaction, asked, given));
}

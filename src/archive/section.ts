import type { z } from "zod";
import type { Loader } from "../graph/load/load.ts";
import type { Store } from "../graph/store.ts";

/** A store that is being filled from an archive. */
export interface Target {
  readonly store: Store;
  readonly loader: Loader;
  /** Told of each text that is kept as it was, but whose facts cannot be loaded. */
  readonly onUnloaded: (name: string, why: string) => void;
}

/** One kind of record: how it is read out of a store and written into another. */
export interface Section {
  readonly kind: string;
  /** How many records are written at once. */
  readonly batch: number;
  /** The records of a store, few of them in memory at a time. */
  records(store: Store): AsyncIterable<object>;
  /** What is wrong with a record, or null. */
  fault(record: unknown): string | null;
  write(target: Target, records: readonly unknown[]): Promise<void>;
}

interface Parts<R extends z.ZodType> {
  readonly kind: string;
  readonly shape: R;
  readonly batch: number;
  records(store: Store): AsyncIterable<z.output<R> & object>;
  write(target: Target, records: readonly z.output<R>[]): Promise<void>;
}

/** A section whose records have this shape, in an archive too. */
export function section<R extends z.ZodType>(parts: Parts<R>): Section {
  const { kind, batch, shape } = parts;
  return {
    kind,
    batch,
    records: (store) => parts.records(store),
    fault(record) {
      const [issue] = shape.safeParse(record).error?.issues ?? [];
      return issue === undefined ? null : `${issue.path.join(".")}: ${issue.message}`;
    },
    write: (target, records) =>
      parts.write(
        target,
        records.map((record) => shape.parse(record)),
      ),
  };
}

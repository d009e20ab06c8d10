import type { Driver } from "neo4j-driver";
import type { Store } from "../graph/store.ts";
import type { NodeReader } from "./node-reader.ts";

/** What resolvers have at hand during one request. */
export interface ApiContext {
  readonly store: Store;
  /** Reads nodes for the fields of questions; see `node-fields.ts`. */
  readonly nodes: NodeReader;
  /** What the generated API runs its queries on. */
  readonly executionContext: Driver;
  /** The server's database, where it is not the one named "neo4j". */
  readonly sessionConfig?: { readonly database: string };
}

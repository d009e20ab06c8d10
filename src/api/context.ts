import type { GraphQLFieldResolver } from "graphql/index.js";
import type { Driver } from "neo4j-driver";
import type { Store } from "../graph/store.ts";
import type { HeldWords } from "../questions/held-words.ts";
import type { Caller } from "./access/caller.ts";
import type { NodeReader } from "./node-reader.ts";

/** What resolvers have at hand during one request. */
export interface ApiContext {
  readonly store: Store;
  /** Who asks; null for nobody in particular. */
  readonly caller: Caller | null;
  /** Reads nodes for the fields of questions; see `node-fields.ts`. */
  readonly nodes: NodeReader;
  /** Reads the words of evidence where texts are held. */
  readonly words: HeldWords;
  /** What the generated API runs its queries on. */
  readonly executionContext: Driver;
  /** The server's database, where it is not the one named "neo4j". */
  readonly sessionConfig?: { readonly database: string };
}

/** Answers one question of `Query`. It may give ids wherever the schema has nodes: the nodes are read for it. */
export type QuestionResolver = GraphQLFieldResolver<unknown, ApiContext>;

import type { KnownDocument } from "../../identify/join-citation.ts";
import type { Registry } from "../../registry/load-registry.ts";
import type { Agency, Group, Level } from "../../registry/model.ts";
import type { NameWords } from "../names.ts";

/** What the registry says of the ids of the graph. */
export interface RegistryView extends NameWords {
  readonly registry: Registry;
  documents(): readonly KnownDocument[];
  /** The id of the place that a document or a body belongs to: `vn/an-giang`, `vn` for the centre, null for a province that is not named. */
  readonly placeOf: (id: string) => string | null;
  /** What is known of a body by its id. */
  body(id: string): Body;
}

/** A body of the graph as the registry sees it: `scope` is its id without the last part ("vn/an-giang", "vn", "vn/~1f3a09bc"). */
export interface Body {
  readonly id: string;
  readonly scope: string;
  readonly type: string;
  readonly level: Level;
  readonly agency: Agency | null;
  readonly group: Group | null;
}

export const COUNTRY = "vn";

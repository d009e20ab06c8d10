import type { Tally } from "../../archive/entries.ts";
import type { Unloaded } from "../../archive/fill.ts";
import type { StoreSettings } from "../../config.ts";
import type { Answer } from "../command.ts";
import { EXIT } from "../failure.ts";

/** Tells of a store that was filled from an archive or from another store. */
export function filledAnswer(
  settings: StoreSettings,
  about: { readonly from: string; readonly madeAt?: string },
  tally: Tally,
  unloaded: readonly Unloaded[],
  notes: readonly string[],
): Answer {
  const place = settings.kind === "neo4j" ? settings.uri : settings.path;
  const all = tally["document"] ?? 0;
  const loaded = all - unloaded.length;
  const made = about.madeAt === undefined ? "" : `, made ${about.madeAt}`;
  const lines = [
    `${loaded} document${loaded === 1 ? "" : "s"} from ${about.from}${made}, are in ${place} now`,
    ...unloaded.map(({ name, why }) => `${name} is kept as it was, but not loaded: ${why}`),
    ...notes,
  ];
  return {
    text: `${lines.join("\n")}\n`,
    json: { store: place, ...about, records: tally, loaded, unloaded, notes },
    exitCode: unloaded.length === 0 ? EXIT.fine : EXIT.badAnswer,
  };
}

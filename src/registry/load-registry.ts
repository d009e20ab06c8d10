import { readAsset } from "../assets.ts";
import { agenciesOf, type Agencies } from "./agencies.ts";
import { checkRows } from "./check-rows.ts";
import { documentsOf, type Documents } from "./documents.ts";
import { groupFinder, groupsOf, type Groups } from "./groups.ts";
import { symbolsOf, type Symbols } from "./symbols.ts";
import { registryFiles } from "./model.ts";
import { allWordsWith, nameWordsWith, type NameWords } from "./name-words.ts";
import { placesOf, type Places } from "./places.ts";
import { readRows, type RawRows } from "./read-rows.ts";

/** What is known of Viet Nam's places, bodies and documents: look-up tables over data/registry. */
export interface Registry extends Places, Symbols, Agencies, Groups, Documents {
  /** The words by which names are compared; short forms ("UBND") written out, "và" left out. */
  readonly nameWords: NameWords;
}

/** The rows of a registry contradict themselves or each other; `faults` has a line for each contradiction, with the row. */
export class RegistryError extends Error {
  override readonly name = "RegistryError";
  readonly code = "BAD_REGISTRY";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `the registry has ${faults.length} fault${faults.length === 1 ? "" : "s"}, to be mended in data/registry:\n${faults.join("\n")}`,
    );
    this.faults = faults;
  }
}

/** Makes the look-up tables out of rows. Throws a `RegistryError` that lists every fault where a row is malformed or contradicts another. */
export function makeRegistry(raw: RawRows): Registry {
  const { rows, faults } = readRows(raw);
  const all = faults.length > 0 ? faults : checkRows(rows);
  if (all.length > 0) throw new RegistryError(all);

  const nameWords = nameWordsWith(rows["short-forms"]);
  const places = placesOf(rows.provinces, nameWords);
  const findGroup = groupFinder(rows.groups, nameWords, places);
  const agencies = agenciesOf(
    rows.agencies,
    { nameWords, allWords: allWordsWith(rows["short-forms"]) },
    places,
    (name, level) => findGroup(name, level) !== null,
  );
  return {
    nameWords,
    ...places,
    ...symbolsOf(rows["document-kinds"], rows["issuing-bodies"], nameWords),
    ...agencies,
    ...groupsOf(rows.groups, agencies, findGroup),
    ...documentsOf(rows["central-documents"], rows["document-links"], rows.succession),
  };
}

let loaded: Registry | undefined;

/** The registry that is shipped, read and checked once. Throws a `RegistryError` where data/registry is broken. */
export function loadRegistry(): Registry {
  loaded ??= makeRegistry(shippedRows());
  return loaded;
}

/** The rows of data/registry as they stand in their files. */
export function shippedRows(): RawRows {
  const files = Object.keys(registryFiles).map((file) => [
    file,
    JSON.parse(readAsset(`data/registry/${file}.json`)) as unknown,
  ]);
  return Object.fromEntries(files) as RawRows;
}

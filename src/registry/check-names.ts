import { namesOf } from "./agencies.ts";
import { groupWords } from "./groups.ts";
import { symbolKey } from "./symbols.ts";
import type { Agency, RegistryRows } from "./model.ts";
import { addTo, key, nameWordsWith, type NameWords } from "./name-words.ts";
import { overlap } from "./period.ts";

/** A name must lead to one thing, or be listed as ambiguous: a look-up that picks one of two silently is a wrong answer. */
export function* checkNames(rows: RegistryRows): Generator<string> {
  const nameWords = nameWordsWith(rows["short-forms"]);
  const byWords = (name: string): string => key(nameWords(name));
  yield* shared(
    "provinces",
    rows.provinces,
    ({ id }) => id,
    ({ name, aliases }) => [name, ...aliases].map(byWords),
  );
  yield* shared(
    "document-kinds",
    rows["document-kinds"],
    ({ code }) => code,
    ({ name, aliases, headings }) => [name, ...aliases, ...headings].map(byWords),
  );
  yield* shared(
    "issuing-bodies",
    rows["issuing-bodies"],
    ({ body }) => body,
    ({ level, symbols }) => symbols.map((symbol) => `${level}/${symbolKey(symbol)}`),
  );
  yield* shared(
    "groups",
    rows.groups,
    ({ id }) => id,
    ({ level, name, wordings }) =>
      [name, ...wordings].map((wording) => `${level}/${key(groupWords(wording, nameWords))}`),
  );
  yield* agencyNames(rows, nameWords);
}

function* shared<T>(
  file: string,
  rows: readonly T[],
  called: (row: T) => string,
  keys: (row: T) => readonly string[],
): Generator<string> {
  const holders = new Map<string, T[]>();
  for (const row of rows) for (const each of keys(row)) addTo(holders, each, row);
  for (const [name, [first, ...others]] of holders)
    if (first !== undefined && others.length > 0)
      yield `${file}: "${name}" is a name of ${[first, ...others].map(called).join(" and ")}`;
}

function* agencyNames(
  { agencies, "ambiguous-names": ambiguous }: RegistryRows,
  nameWords: NameWords,
): Generator<string> {
  const holders = new Map<string, Agency[]>();
  for (const agency of agencies)
    for (const name of namesOf(agency)) {
      // "Thành ủy *" (of a city in a province) is not "Thành ủy".
      const star = agency.rest === null ? "" : " *";
      addTo(holders, `${agency.level} ${key(nameWords(name))}${star}`, agency);
    }
  const allowed = new Map(
    ambiguous.map(({ level, name, candidates }) => [`${level} ${key(nameWords(name))}`, candidates]),
  );
  for (const [name, agenciesNamed] of holders)
    for (const [place, one] of agenciesNamed.entries())
      for (const other of agenciesNamed.slice(place + 1)) {
        const candidates = allowed.get(name) ?? [];
        const isListed = candidates.includes(one.id) && candidates.includes(other.id);
        if (overlap(one, other) && !isListed)
          yield `agencies: "${name}" is a name of ${one.id} and ${other.id} at one time and is not listed as ambiguous`;
      }
  for (const { level, name, candidates } of ambiguous)
    for (const candidate of candidates) {
      const has = holders.get(`${level} ${key(nameWords(name))}`)?.some(({ id }) => id === candidate) ?? false;
      if (!has) yield `ambiguous-names: "${name}" is no name of ${candidate}`;
    }
}

import { checkNames } from "./check-names.ts";
import { bare } from "./documents.ts";
import type { Agency, CentralDocument, RegistryRows } from "./model.ts";

/** Everything that is wrong with rows that have the right shape: each fault names its file and its row. */
export function checkRows(rows: RegistryRows): readonly string[] {
  return [
    ...checkUnique(rows),
    ...checkReferences(rows),
    ...checkDays(rows),
    ...checkPatterns(rows.agencies),
    ...checkDocuments(rows["central-documents"]),
    ...checkMarks(rows),
    ...checkNames(rows),
  ];
}

function* checkUnique(rows: RegistryRows): Generator<string> {
  yield* repeated(
    "provinces",
    rows.provinces.map(({ id }) => id),
  );
  yield* repeated(
    "document-kinds",
    rows["document-kinds"].map(({ code }) => code),
  );
  yield* repeated(
    "issuing-bodies",
    rows["issuing-bodies"].map(({ level, body }) => `${level}/${body}`),
  );
  // Agencies and groups share one space of ids: vn/<province>/<id>.
  yield* repeated(
    "agencies and groups",
    [...rows.agencies, ...rows.groups].map(({ level, id }) => `${level}/${id}`),
  );
  yield* repeated(
    "central-documents",
    rows["central-documents"].map(({ id }) => id),
  );
  yield* repeated(
    "document-links",
    rows["document-links"].map(({ from, relation, to }) => `${from} ${relation} ${to}`),
  );
  yield* repeated(
    "succession",
    rows.succession.map(({ level, from, to }) => `${level}/${from} → ${to ?? "nobody"}`),
  );
  yield* repeated(
    "short-forms",
    rows["short-forms"].map(({ short }) => short),
  );
}

function* repeated(file: string, ids: readonly string[]): Generator<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) yield `${file}: ${id} stands there twice`;
    seen.add(id);
  }
}

function* checkReferences(rows: RegistryRows): Generator<string> {
  const provinces = new Set(rows.provinces.map(({ id }) => id));
  const kinds = new Set(rows["document-kinds"].map(({ code }) => code));
  const documents = new Set(rows["central-documents"].map(({ id }) => id));
  const agencies = new Set(rows.agencies.map(({ level, id }) => `${level}/${id}`));
  const classes = new Set(rows.agencies.map((row) => row.class));
  const dangling = (where: string, to: string, known: ReadonlySet<string>): string[] =>
    known.has(to) ? [] : [`${where}: ${to} is not known`];

  for (const { id, successor, seat } of rows.provinces)
    for (const to of [successor, seat]) if (to !== null) yield* dangling(`provinces: ${id}`, to, provinces);
  for (const { level, body, issuers } of rows["issuing-bodies"])
    for (const issuer of issuers) yield* dangling(`issuing-bodies: ${body}`, `${level}/${issuer}`, agencies);
  for (const { level, id, partOf, caucusOf } of rows.agencies)
    for (const whole of [partOf, caucusOf])
      if (whole !== null) yield* dangling(`agencies: ${id}`, `${level}/${whole}`, agencies);
  for (const { level, id, members, membersKnown } of rows.groups) {
    if (membersKnown !== members.length > 0)
      yield `groups: ${id}: members are ${membersKnown ? "known but not listed" : "listed but not known"}`;
    for (const member of members) {
      if ("class" in member) yield* dangling(`groups: ${id}`, member.class, classes);
      else if ("pattern" in member) yield* dangling(`groups: ${id}`, `${level}/${member.pattern}`, agencies);
      else yield* dangling(`groups: ${id}`, `${member.inEachProvince ? "province" : level}/${member.agency}`, agencies);
    }
  }
  for (const { id, kind, issuer } of rows["central-documents"]) {
    yield* dangling(`central-documents: ${id}`, kind, kinds);
    yield* dangling(`central-documents: ${id}`, `centre/${issuer}`, agencies);
  }
  for (const { from, to, relation } of rows["document-links"]) {
    if (from === to) yield `document-links: ${from} ${relation} itself`;
    for (const end of [from, to]) yield* dangling(`document-links: ${from} ${relation} ${to}`, end, documents);
  }
  for (const { level, from, to, by } of rows.succession) {
    const where = `succession: ${from}`;
    for (const end of [from, to])
      if (end !== null)
        yield* level === "place" ? dangling(where, end, provinces) : dangling(where, `${level}/${end}`, agencies);
    if (by !== null) yield* dangling(where, by, documents);
  }
  for (const { level, name, candidates } of rows["ambiguous-names"])
    for (const candidate of candidates) yield* dangling(`ambiguous-names: ${name}`, `${level}/${candidate}`, agencies);
}

function* checkDays(rows: RegistryRows): Generator<string> {
  for (const { id, from, until, successor, reshapedOn, cityFrom } of rows.provinces) {
    yield* inOrder(`provinces: ${id}`, from, until);
    for (const day of [reshapedOn, cityFrom]) yield* inOrder(`provinces: ${id}`, day, until);
    if ((until === null) !== (successor === null))
      yield `provinces: ${id}: ends and has no successor, or has one and does not end`;
  }
  for (const { id, from, until, reshapedOn } of rows.agencies) {
    yield* inOrder(`agencies: ${id}`, from, until);
    yield* inOrder(`agencies: ${id}`, from, reshapedOn);
    yield* inOrder(`agencies: ${id}`, reshapedOn, until);
  }
  const ends = new Map<string, string | null>([
    ...rows.provinces.map(({ id, until }) => [`place/${id}`, until] as const),
    ...rows.agencies.map(({ level, id, until }) => [`${level}/${id}`, until] as const),
  ]);
  for (const { level, from, to, on, partial } of rows.succession) {
    const end = ends.get(`${level}/${from}`);
    if (end === undefined) continue;
    // What is given away in part may belong to a body that goes on.
    if (end === null && !partial) yield `succession: ${from} → ${to ?? "nobody"}: ${from} has no end`;
    if (end !== null && end !== on)
      yield `succession: ${from} → ${to ?? "nobody"}: on ${on}, but ${from} ends on ${end}`;
  }
  const issued = new Map(rows["central-documents"].map(({ id, issuedOn }) => [id, issuedOn]));
  for (const { from, to, relation } of rows["document-links"]) {
    const [later, earlier] = [issued.get(from) ?? null, issued.get(to) ?? null];
    if (later !== null && earlier !== null && later < earlier)
      yield `document-links: ${from} ${relation} ${to}: ${from} is the earlier one`;
  }
}

function* inOrder(where: string, from: string | null, until: string | null): Generator<string> {
  if (from !== null && until !== null && from >= until) yield `${where}: ${from} is not before ${until}`;
}

function* checkPatterns(agencies: readonly Agency[]): Generator<string> {
  for (const { id, name, rest } of agencies) {
    const starred = [id.endsWith("-*"), name.endsWith(" *"), rest !== null];
    if (new Set(starred).size > 1)
      yield `agencies: ${id}: a pattern ends in a star in its id and its name and says what the star may be`;
  }
}

/** An id of a central document says kind, year and number again: they must agree. */
function* checkDocuments(documents: readonly CentralDocument[]): Generator<string> {
  for (const { id, kind, number, issuedOn, unconfirmed, unconfirmedValues } of documents) {
    const [ofKind, year, ofNumber] = id.split("/").slice(-3);
    const where = `central-documents: ${id}`;
    if (ofKind !== kind) yield `${where}: its kind is ${kind}`;
    if (number !== null && ofNumber !== bare(number)) yield `${where}: its number is ${number}`;
    if (issuedOn !== null && year !== issuedOn.slice(0, 4)) yield `${where}: issued on ${issuedOn}`;
    for (const field of Object.keys(unconfirmedValues ?? {}))
      if (!unconfirmed.includes(field))
        yield `${where}: ${field} has an unconfirmed value but is not listed as unconfirmed`;
  }
}

/** What is marked as unconfirmed has to be a field, what is marked as usage has to be a name. */
function* checkMarks(rows: RegistryRows): Generator<string> {
  for (const file of [
    "provinces",
    "document-kinds",
    "issuing-bodies",
    "agencies",
    "groups",
    "central-documents",
  ] as const)
    for (const row of rows[file])
      for (const field of row.unconfirmed)
        if (!(field in row))
          yield `${file}: ${"id" in row ? row.id : row.name}: ${field} is marked unconfirmed and is no field`;
  for (const row of rows.agencies)
    for (const field of ["from", "until"] as const)
      if (row.source === "usage" && row[field] !== null && !row.unconfirmed.includes(field))
        yield `agencies: ${row.id}: ${field} rests on usage and is not marked unconfirmed`;
  for (const { id, usage, aliases, abbreviations, symbols } of rows.agencies)
    yield* listed(`agencies: ${id}`, usage, [...aliases, ...abbreviations, ...symbols]);
  for (const { code, usage, aliases, state, party, headings } of rows["document-kinds"])
    yield* listed(`document-kinds: ${code}`, usage, [...aliases, ...state, ...party, ...headings]);
  for (const { body, usage, symbols } of rows["issuing-bodies"])
    yield* listed(`issuing-bodies: ${body}`, usage, symbols);
}

function* listed(where: string, usage: readonly string[], names: readonly string[]): Generator<string> {
  for (const name of usage)
    if (!names.includes(name)) yield `${where}: ${name} is marked as usage and is none of its names`;
}

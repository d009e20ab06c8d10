import { addressOf } from "../../facts/address.ts";
import type { Facts, TargetFact } from "../../facts/model.ts";
import type { Identified } from "../../identify/identify.ts";
import { fold, slug } from "../../registry/fold.ts";
import { documentName, type NameWords } from "../names.ts";
import { evidenceAt, placeOf, sureness } from "./evidence.ts";
import { relationRows } from "./relation-rows.ts";
import { carriesOutRows, massOrganisations, partRow, taskId, taskRow } from "./task-rows.ts";

/** What is known besides the facts: the id that the text claims, which is another text's already where there is a conflict; and its words, where they are held. */
export interface Circumstances {
  readonly claims: string;
  readonly conflict: boolean;
  readonly text: string | null;
}

/** Everything that one document adds to the graph: rows for the statements in `cypher/load/document`, which take most of them in columns (see `columns.ts`). */
export type DocumentRows = ReturnType<typeof documentRows>;

/** The rows of an identified document. Pure: the same facts give the same rows. */
export function documentRows(identified: Identified, naming: NameWords, { claims, conflict, text }: Circumstances) {
  const { id, facts } = identified;
  const { document } = facts;
  const issuerName = facts.agencies.find((agency) => agency.id === document.issuer)?.name ?? null;
  const name = documentName({ ...document, id }, naming, { issuer: issuerName, notBefore: notBefore(facts) });
  const tasks = facts.tasks.map((task, index) => ({ task, id: taskId(id, task), ordinal: index + 1 }));
  const isMass = massOrganisations();
  const parts = (role: "leads" | "cooperates" | "directed") =>
    tasks.flatMap(({ task, id: ofTask }) => task[role].map((part) => partRow(facts, part, task, ofTask, isMass)));
  return {
    id,
    document: {
      properties: {
        id,
        name,
        kind: document.kind,
        number: document.number,
        symbol: document.symbol,
        title: document.title,
        issuerName,
        held: true,
        claims,
        conflict,
        registered: false,
        diagnostics: diagnostics(identified),
        folded: fold([name, document.title ?? ""].join(" ")),
      },
      issuedOn: document.issuedOn,
      notBefore: notBefore(facts),
      periodFrom: document.period?.from ?? null,
      periodTo: document.period?.to ?? null,
    },
    source: facts.source,
    issued: document.issuer === null ? [] : [{ agency: document.issuer, ...evidenceAt(facts, []) }],
    signers: document.signers.map((signer) => ({
      person: personId(id, signer.name),
      name: signer.name,
      position: signer.position,
      onBehalfOf: signer.onBehalfOf,
      ...evidenceAt(facts, placeOf({ ...signer, text: signer.name })),
    })),
    relations: relationRows(identified),
    cited: facts.citations.map(({ id: cited, kind, number, symbol, mentions }) => {
      const citedName = documentName({ id: cited, kind, number, symbol }, naming, { printed: mentions[0]?.text });
      return { id: cited, name: citedName, kind, number, symbol, folded: fold(citedName) };
    }),
    agencies: facts.agencies,
    names: facts.agencies.map((agency) => ({
      agency: agency.id,
      name: agency.name,
      ...evidenceAt(facts, agency.mentions, agency),
    })),
    shortNames: facts.shortNames.flatMap((name) =>
      name.means.map((member) => ({
        member,
        group: name.agency,
        basis: `"${name.words}"`,
        ...evidenceAt(facts, [{ ...name, text: name.words }]),
      })),
    ),
    tasks: tasks.map((each) => taskRow(identified, each, text)),
    targets: facts.targets.map((target, index) => targetRow(identified, target, index + 1)),
    leads: parts("leads"),
    cooperates: parts("cooperates"),
    directed: parts("directed"),
    carriesOut: tasks.flatMap(({ task, id: ofTask }) => carriesOutRows(id, facts, task, ofTask)),
    reports: facts.reports.map((report) => ({
      from: report.from,
      to: report.to,
      via: report.via,
      recurs: report.recurs,
      deadline: report.deadline,
      ...evidenceAt(facts, [report], report),
    })),
    receives: facts.recipients.map((recipient) => ({
      agency: recipient.agency,
      ...evidenceAt(facts, [recipient], recipient),
    })),
  };
}

function targetRow({ id, summaries }: Identified, target: TargetFact, ordinal: number) {
  const summary = summaries.find((each) => each.of === "target" && each.start === target.start);
  const { value } = target;
  const section = target.section ?? "";
  return {
    id: `${id}#${section}@${target.start}-${target.end}/${ordinal}`,
    section,
    address: addressOf(section),
    ordinal,
    indicator: target.indicator ?? null,
    value: typeof value === "number" ? value : null,
    low: typeof value === "number" ? null : value[0],
    high: typeof value === "number" ? null : value[1],
    comparison: target.comparison,
    unit: target.unit,
    by: target.by,
    start: target.start,
    end: target.end,
    summaryVi: summary?.vi ?? null,
    summaryEn: summary?.en ?? null,
    ...sureness(target),
  };
}

/** The latest day that the document speaks of as past: it cannot be older than what it cites. */
function notBefore(facts: Facts): string | null {
  const known = [facts.document.issuedOn, ...facts.citations.map((citation) => citation.issuedOn)].filter(
    (day) => day !== null,
  );
  return known.sort().at(-1) ?? null;
}

function diagnostics({ joins, doubts }: Identified): readonly string[] {
  return [
    ...doubts.map(({ code, message, start }) => `${code}${start === null ? "" : ` @${start}`}: ${message}`),
    ...joins.map(({ from, into, because, standing }) => `JOINED (${standing}): ${from} → ${into}: ${because}`),
  ];
}

function personId(document: string, name: string): string {
  return `${document.split("/").slice(0, 2).join("/")}/person/${slug(name)}`;
}

import { addressOf } from "../../facts/address.ts";
import type { Facts, TargetFact } from "../../facts/model.ts";
import type { Identified } from "../../identify/identify.ts";
import { fold, slug } from "../../registry/fold.ts";
import { documentName, type NameWords } from "../names.ts";
import { evidenceAt, placeOf, sureness } from "./evidence.ts";
import { carriesOutRows, partProperties, taskId, taskRow } from "./task-rows.ts";

/** What is known besides the facts: the id that the text claims, which is another text's already where there is a conflict; and its words, where they are held. */
export interface Circumstances {
  readonly claims: string;
  readonly conflict: boolean;
  readonly text: string | null;
}

/** Everything that one document adds to the graph, as parameters of the statements in `cypher/load/document`. */
export type DocumentRows = ReturnType<typeof documentRows>;

/** The rows of an identified document. Pure: the same facts give the same rows. */
export function documentRows(identified: Identified, naming: NameWords, { claims, conflict, text }: Circumstances) {
  const { id, facts, joins } = identified;
  const { document } = facts;
  const issuerName = facts.agencies.find((agency) => agency.id === document.issuer)?.name ?? null;
  const name = documentName({ ...document, id }, naming, { issuer: issuerName, notBefore: notBefore(facts) });
  const tasks = facts.tasks.map((task, index) => ({ task, id: taskId(id, task), ordinal: index + 1 }));
  const parts = (role: "leads" | "cooperates" | "directed") =>
    tasks.flatMap(({ task, id: taskOfPart }) =>
      task[role].map((part) => ({
        agency: part.agency,
        task: taskOfPart,
        properties: partProperties(id, facts, part, task),
      })),
    );
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
    issuer: document.issuer,
    issued: { owner: id, ...evidenceAt(facts, []) },
    signers: document.signers.map((signer) => ({
      document: id,
      id: personId(id, signer.name),
      name: signer.name,
      properties: {
        owner: id,
        position: signer.position,
        onBehalfOf: signer.onBehalfOf,
        ...evidenceAt(facts, placeOf({ ...signer, text: signer.name })),
      },
    })),
    citations: facts.citations.map((citation) => ({
      relation: citation.relation,
      from: id,
      to: citation.id,
      properties: {
        owner: id,
        direct: citation.direct ?? true,
        statedBy: null,
        note: joins.find((join) => join.into === citation.id)?.because ?? null,
        citedOn: citation.issuedOn,
        citedIssuer: citation.issuer,
        citedSymbol: citation.symbol,
        ...evidenceAt(facts, citation.mentions, {
          ...citation,
          reviewed:
            joins.some((join) => join.into === citation.id && join.standing === "reviewed") || citation.reviewed,
        }),
      },
    })),
    effects: facts.citations.flatMap((citation) =>
      citation.effect === undefined
        ? []
        : [
            {
              relation: citation.effect,
              from: id,
              to: citation.id,
              properties: {
                owner: id,
                direct: true,
                statedBy: null,
                ...evidenceAt(facts, citation.mentions, citation),
              },
            },
          ],
    ),
    links: facts.links.map((link) => ({
      relation: link.relation,
      from: link.from,
      to: link.to,
      properties: {
        owner: id,
        direct: true,
        statedBy: link.from === id ? null : id,
        note: linkNote(facts, link),
        ...evidenceAt(facts, [link], link),
      },
    })),
    cited: facts.citations.map(({ id: cited, kind, number, symbol, mentions }) => {
      const citedName = documentName({ id: cited, kind, number, symbol }, naming, { printed: mentions[0]?.text });
      return { id: cited, name: citedName, kind, number, symbol, folded: fold(citedName) };
    }),
    agencies: facts.agencies,
    names: facts.agencies.map((agency) => ({
      document: id,
      agency: agency.id,
      properties: { owner: id, name: agency.name, ...evidenceAt(facts, agency.mentions, agency) },
    })),
    shortNames: facts.shortNames.flatMap((name) =>
      name.means.map((member) => ({
        member,
        group: name.agency,
        properties: {
          owner: id,
          document: id,
          basis: `"${name.words}"`,
          ...evidenceAt(facts, [{ ...name, text: name.words }]),
        },
      })),
    ),
    tasks: tasks.map(({ task, id: ofTask, ordinal }) => taskRow(identified, { task, id: ofTask, ordinal }, text)),
    targets: facts.targets.map((target, index) => targetRow(identified, target, index + 1)),
    leads: parts("leads"),
    cooperates: parts("cooperates"),
    directed: parts("directed"),
    carriesOut: tasks.flatMap(({ task, id: ofTask }) => carriesOutRows(id, facts, task, ofTask)),
    reports: facts.reports.map((report) => ({
      document: id,
      from: report.from,
      to: report.to,
      properties: {
        owner: id,
        document: id,
        via: report.via,
        recurs: report.recurs,
        deadline: report.deadline,
        ...evidenceAt(facts, [report], report),
      },
    })),
    passesOn: facts.reports.flatMap((report) => {
      const { from, to, via, recurs, deadline } = report;
      if (via === null) return [];
      const evidence = evidenceAt(facts, [report], report);
      return [{ via, to, properties: { owner: id, document: id, from, recurs, deadline, ...evidence } }];
    }),
    receives: facts.recipients.map((recipient) => ({
      document: id,
      agency: recipient.agency,
      properties: { owner: id, ...evidenceAt(facts, [recipient], recipient) },
    })),
  };
}

function targetRow({ id, facts, summaries }: Identified, target: TargetFact, ordinal: number) {
  const summary = summaries.find((each) => each.of === "target" && each.start === target.start);
  const { value } = target;
  const section = target.section ?? "";
  return {
    properties: {
      id: `${id}#${section}@${target.start}-${target.end}/${ordinal}`,
      documentId: id,
      section,
      address: addressOf(section),
      ordinal,
      indicator: target.indicator ?? null,
      value: typeof value === "number" ? value : null,
      low: typeof value === "number" ? null : value[0],
      high: typeof value === "number" ? null : value[1],
      comparison: target.comparison,
      unit: target.unit,
      start: target.start,
      end: target.end,
      source: facts.source,
      summaryVi: summary?.vi ?? null,
      summaryEn: summary?.en ?? null,
      ...sureness(target),
    },
    by: target.by,
  };
}

/** The latest day that the document speaks of as past: it cannot be older than what it cites. */
function notBefore(facts: Facts): string | null {
  const known = [facts.document.issuedOn, ...facts.citations.map((citation) => citation.issuedOn)].filter(
    (day) => day !== null,
  );
  return known.sort().at(-1) ?? null;
}

/** The printed words that state a link, without the sentence between: "Kế hoạch số 177-KH/TU … thực hiện … Kết luận số 69-KL/TW". */
function linkNote(facts: Facts, link: Facts["links"][number]): string | null {
  const inside = (id: string): string | undefined =>
    facts.citations
      .find((citation) => citation.id === id)
      ?.mentions.find((mention) => link.start <= mention.start && mention.end <= link.end)
      ?.text?.replace(/\s+/gu, " ");
  const words = [inside(link.from), link.cue, inside(link.to)].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(" … ");
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

import type { Facts, PartFact } from "../facts/model.ts";

/** The facts with every id, of bodies and of documents, put through `rename`. */
export function renamed(facts: Facts, rename: (id: string) => string): Facts {
  const orNull = (id: string | null): string | null => (id === null ? null : rename(id));
  const parts = (list: readonly PartFact[]): PartFact[] =>
    list.map((part) => ({ ...part, agency: rename(part.agency) }));
  return {
    ...facts,
    document: { ...facts.document, id: rename(facts.document.id), issuer: orNull(facts.document.issuer) },
    citations: facts.citations.map((citation) => ({ ...citation, id: rename(citation.id) })),
    links: facts.links.map((link) => ({ ...link, from: rename(link.from), to: rename(link.to) })),
    shortNames: facts.shortNames.map((name) => ({
      ...name,
      agency: rename(name.agency),
      means: name.means.map(rename),
    })),
    agencies: facts.agencies.map((agency) => ({ ...agency, id: rename(agency.id) })),
    tasks: facts.tasks.map((task) => ({
      ...task,
      leads: parts(task.leads),
      cooperates: parts(task.cooperates),
      directed: parts(task.directed),
      ...(task.carriesOut && {
        carriesOut: task.carriesOut.map((order) => ({ ...order, document: rename(order.document) })),
      }),
    })),
    reports: facts.reports.map((report) => ({
      ...report,
      from: orNull(report.from),
      to: rename(report.to),
      via: orNull(report.via),
    })),
    recipients: facts.recipients.map((recipient) => ({ ...recipient, agency: rename(recipient.agency) })),
  };
}

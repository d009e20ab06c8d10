import type { AgencyMention } from "../recognise/mention.ts";
import type { Registry } from "../registry/load-registry.ts";
import type { OwnDocument } from "../resolve/own-document.ts";
import type { Reading } from "./context.ts";
import type { AgencyFact } from "./model.ts";
import { printed } from "./spans.ts";

/** One entry for each body named, in the order of their first mentions. */
export function agencyFacts(
  { source, layout: { view }, idOf }: Reading,
  accepted: readonly AgencyMention[],
  own: OwnDocument,
  registry: Registry,
): AgencyFact[] {
  const byId = new Map<string, AgencyMention[]>();
  for (const mention of accepted) {
    const id = idOf(mention);
    const listed = byId.get(id);
    if (listed === undefined) byId.set(id, [mention]);
    else listed.push(mention);
  }
  return [...byId].map(([id, mentions]) => {
    const [first] = mentions;
    const province = first?.level === "centre" ? null : (first?.province ?? own.province);
    return {
      id,
      name: nameOf(mentions, registry),
      place: id.split("/").length < 3 || province === null ? null : (registry.province(province)?.name ?? null),
      collective: first?.collective ?? false,
      mentions: mentions.map(({ start, end }) => printed(source, view, start, end)),
    };
  });
}

/** The name as the text prints it in full, else as the registry has it. */
function nameOf(mentions: readonly AgencyMention[], registry: Registry): string {
  const [first] = mentions;
  if (first === undefined) return "";
  const spelt = mentions.find(({ name }) => name !== name.toUpperCase() && !/\p{Lu}{2}|&/u.test(name));
  if (spelt !== undefined) return spelt.name;
  const known = registry.agency(first.level === "centre" ? "centre" : "province", first.local);
  return known === null || known.rest !== null ? first.name : known.name;
}

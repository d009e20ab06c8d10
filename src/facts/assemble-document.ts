import type { Registry } from "../registry/load-registry.ts";
import type { SignerMention } from "../recognise/signers.ts";
import type { PrintedHead } from "../resolve/header.ts";
import type { OwnDocument } from "../resolve/own-document.ts";
import type { Reading } from "./context.ts";
import { fitting, LONGEST } from "./lengths.ts";
import type { Facts } from "./model.ts";
import { trimmedRange } from "./spans.ts";

/** What the document says of itself, as facts. */
export function documentFacts(
  { layout: { view, blocks }, idOf }: Reading,
  own: OwnDocument,
  head: PrintedHead,
  signers: readonly SignerMention[],
  registry: Registry,
): Facts["document"] {
  const title = blocks.find(({ zone }) => zone === "title");
  const subject =
    title ??
    blocks.find(({ zone, start, end }) => zone === "head" && /^v\/v\b|^ve viec/u.test(view.folded.slice(start, end)));
  const range = subject === undefined ? null : trimmedRange(view, subject.start, subject.end);
  const titleText = range === null ? null : fitting(unquoted(view.text.slice(range.start, range.end)), LONGEST.words);
  const place = placeOf(own, head, registry);
  return {
    id: own.id,
    kind: own.kind.toUpperCase(),
    number: head.number,
    symbol: fitting(head.symbol, LONGEST.name),
    title: titleText,
    ...(range === null ? {} : { titleSpan: view.toSource(range.start, range.end) }),
    issuer: own.issuer === null ? null : idOf(own.issuer),
    place,
    issuedOn: head.issuedOn,
    period: title === undefined ? null : periodOf(view.folded.slice(title.start, title.end)),
    signers: signers.map(({ name, position, onBehalfOf, start, end }) => ({
      name,
      position,
      onBehalfOf,
      ...view.toSource(start, end),
    })),
  };
}

/** A title without a quotation mark that only one of its ends has: a pair of them belongs to it. */
function unquoted(title: string): string {
  const opened = /^["“*]/u.test(title) && !/["”]/u.test(title.replace(/^["“*]+/u, ""));
  const closed = /["”]$/u.test(title) && !/["“]/u.test(title.replace(/(?<!["”])["”]+$/u, ""));
  return (opened ? title.replace(/^["“*]+/u, "") : closed ? title.replace(/(?<!["”])["”]+$/u, "") : title).trim();
}

// Matches "giai đoạn 2021 - 2025", "từ nay đến năm 2020".
const PERIOD =
  /giai doan (?<from>(?:19|20)\d{2}) ?- ?(?<to>(?:19|20)\d{2})|(?:tu nay )?den nam (?<until>(?:19|20)\d{2})/u;

/** How long the document runs, where its own title says so: not after a document that the title names, whose period it may be. */
function periodOf(title: string): { readonly from: string | null; readonly to: string | null } | null {
  if (/\d[-/] ?\p{L}{2}/u.test(title)) return null;
  const { from, to, until } = PERIOD.exec(title)?.groups ?? {};
  if (from !== undefined && to !== undefined && from <= to) return { from: `${from}-01-01`, to: `${to}-12-31` };
  return until === undefined ? null : { from: null, to: `${until}-12-31` };
}

function placeOf({ province, level }: OwnDocument, { place }: PrintedHead, registry: Registry): string | null {
  const named = place === null ? null : registry.provinceNamed(place);
  if (named !== null) return named.name;
  if (place !== null && level === "centre") return place;
  return place ?? (province === null ? null : (registry.province(province)?.name ?? null));
}

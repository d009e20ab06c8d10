import type { Registry } from "../registry/load-registry.ts";
import type { SignerMention } from "../recognise/signers.ts";
import type { PrintedHead } from "../resolve/header.ts";
import type { OwnDocument } from "../resolve/own-document.ts";
import type { Reading } from "./context.ts";
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
  const titleText =
    range === null
      ? null
      : view.text
          .slice(range.start, range.end)
          .replace(/^["“*]+(?=[^"”]*$)|["”]+$(?<=^[^"“]*)/gu, "")
          .trim();
  const place = placeOf(own, head, registry);
  return {
    id: own.id,
    kind: own.kind.toUpperCase(),
    number: head.number,
    symbol: head.symbol,
    title: titleText,
    ...(range === null ? {} : { titleSpan: view.toSource(range.start, range.end) }),
    issuer: own.issuer === null ? null : idOf(own.issuer),
    place,
    issuedOn: head.issuedOn,
    period: null,
    signers: signers.map(({ name, position, onBehalfOf, start, end }) => ({
      name,
      position,
      onBehalfOf,
      ...view.toSource(start, end),
    })),
  };
}

function placeOf({ province, level }: OwnDocument, { place }: PrintedHead, registry: Registry): string | null {
  const named = place === null ? null : registry.provinceNamed(place);
  if (named !== null) return named.name;
  if (place !== null && level === "centre") return place;
  return place ?? (province === null ? null : (registry.province(province)?.name ?? null));
}

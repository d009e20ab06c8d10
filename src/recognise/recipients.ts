import type { Block } from "../text/blocks.ts";
import type { TextView } from "../text/view.ts";
import type { AgencyMention } from "./mention.ts";

const KEPT_COPY = /^luu\b/u;
const CODE = /^[\p{Lu}&-]{2,}$/u;
const AS_ABOVE = /^(?:nhu (?:tren|dieu|kinh gui)|noi nhan)/u;

/** The bodies that a document is sent to: not their rooms after a colon, nor drafting units, nor persons. */
export function recipientsOf(
  { folded }: TextView,
  blocks: readonly Block[],
  mentions: readonly AgencyMention[],
): readonly AgencyMention[] {
  return blocks.flatMap(({ zone, content, end }) => {
    if (zone !== "recipients") return [];
    const line = folded.slice(content, end);
    if (AS_ABOVE.test(line) && !line.includes(";")) return [];
    const inside = mentions.filter(
      (mention) => mention.start >= content && mention.end <= end && !isInBrackets(line, mention.start - content),
    );
    if (KEPT_COPY.test(line)) return inside.filter(({ local }) => local.startsWith("van-phong"));
    const colon = line.search(/:(?!\d)/u);
    const first = inside[0];
    // "VP UBND tỉnh: LĐVP": what stands behind the colon are rooms; "Các Sở: …" is a list.
    return colon > 0 && first !== undefined && first.end - content <= colon
      ? inside.filter((mention) => mention.end - content <= colon)
      : inside;
  });
}

/** Codes of drafting units behind "Lưu: VT", which may read as ministries' and departments': "LĐTBXH". */
export function draftingUnits(
  { folded }: TextView,
  blocks: readonly Block[],
  mentions: readonly AgencyMention[],
): ReadonlySet<AgencyMention> {
  const lines = blocks.filter(
    ({ zone, content, end }) => zone === "recipients" && KEPT_COPY.test(folded.slice(content, end)),
  );
  return new Set(
    lines.flatMap(({ content, end }) =>
      mentions.filter(
        ({ start, end: until, local, name }) =>
          start >= content && until <= end && !local.startsWith("van-phong") && CODE.test(name),
      ),
    ),
  );
}

function isInBrackets(line: string, at: number): boolean {
  const open = line.lastIndexOf("(", at);
  return open >= 0 && line.indexOf(")", open) > at;
}

import { dayInWords, withProvince } from "../../graph/names.ts";
import type { AgencyBrief, DocumentBrief, TaskBrief } from "../../questions/documents.ts";

/** What ids are called. */
export interface Names {
  readonly documents: ReadonlyMap<string, DocumentBrief>;
  readonly tasks: ReadonlyMap<string, TaskBrief>;
  readonly agencies: ReadonlyMap<string, AgencyBrief>;
}
export type Language = "vi" | "en";

export function agencyName(id: string, { agencies }: Pick<Names, "agencies">): string {
  return agencies.get(id)?.name ?? id;
}

/** A body with its province: "Sở Tài chính An Giang". */
export function agencyInPlace(id: string, { agencies }: Pick<Names, "agencies">): string {
  const brief = agencies.get(id);
  const place = brief?.placeName === "Việt Nam" ? undefined : (brief?.placeName ?? undefined);
  return brief === undefined ? id : withProvince(brief.name, place);
}

/** A document with its day: "Kế hoạch 177-KH/TU An Giang, 29/5/2024". */
export function documentLine(id: string, { documents }: Pick<Names, "documents">): string {
  const about = documents.get(id);
  return `${about?.name ?? id}${about?.issuedOn == null ? "" : `, ${dayInWords(about.issuedOn)}`}`;
}

const LONGEST = 160;

/** What a task is about: our summary; else its own words, quoted, where they are held; else the heading that it stands under. */
export function taskText({ summaryVi, summaryEn, text, headings, section }: TaskBrief, lang: Language): string {
  const summary = lang === "vi" ? summaryVi : summaryEn;
  if (summary !== null) return summary;
  if (text !== null) {
    const words = text.replace(/\s+/gu, " ");
    return words.length <= LONGEST ? `“${words}”` : `“${words.slice(0, LONGEST).trimEnd()}…”`;
  }
  return `(no summary; under "${headings.at(-1) ?? section}")`;
}

/** "yearly by 15/11" of a day of every year ("--11-15"), "monthly by day 20", "by 30/6/2024". */
export function when(recurs: string | null, day: string | null): string {
  const yearly = /^--(?<month>\d{2})-(?<date>\d{2})$/u.exec(day ?? "")?.groups;
  const monthly = /^---(?<date>\d{2})$/u.exec(day ?? "")?.groups;
  const on =
    yearly !== undefined
      ? `by ${Number(yearly["date"])}/${Number(yearly["month"])}`
      : monthly !== undefined
        ? `by day ${Number(monthly["date"])}`
        : day === null
          ? ""
          : `by ${dayInWords(day)}`;
  return [recurs ?? "", on].filter((part) => part !== "").join(" ");
}

/** "các sở, ban, ngành → (Sở KH&CN) → Ủy ban nhân dân". */
export function lineText(
  { from, to, via }: { readonly from: string | null; readonly to: string; readonly via: string | null },
  names: Names,
): string {
  const sender = from === null ? "(not named)" : agencyName(from, names);
  return `${sender} → ${via === null ? "" : `(${agencyName(via, names)}) → `}${agencyName(to, names)}`;
}

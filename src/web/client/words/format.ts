import type { DocumentBrief, Task } from "../ask/shapes.ts";
import type { Language } from "../core/settings.ts";
import { sayKnown, type Say } from "./say.ts";

/** A day as Vietnamese documents write it, in both languages: "29/5/2024". */
export function day(iso: string | null | undefined): string {
  const match = /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})/u.exec(iso ?? "");
  const { y, m, d } = match?.groups ?? {};
  return y === undefined ? (iso ?? "") : `${Number(d)}/${Number(m)}/${y}`;
}

/** "--11-15" is the 15th of November of each year, "---20" the 20th of each month. */
export function recurringDay(text: string): string {
  const yearly = /^--(?<m>\d{2})-(?<d>\d{2})$/u.exec(text)?.groups;
  if (yearly !== undefined) return `${Number(yearly["d"])}/${Number(yearly["m"])}`;
  const monthly = /^---(?<d>\d{2})$/u.exec(text)?.groups;
  return monthly === undefined ? day(text) : String(Number(monthly["d"]));
}

export function due(
  say: Say,
  { dueFrom, dueTo, dueDay, recurs, dueText }: Pick<Task, "dueFrom" | "dueTo" | "dueDay" | "recurs" | "dueText">,
): string {
  const often = recurs === null ? "" : sayKnown(say, recurs);
  if (dueDay !== null) return [often, say("by", { day: recurringDay(dueDay) })].filter((part) => part !== "").join(" ");
  if (dueTo !== null)
    return dueFrom === null
      ? [often, day(dueTo)].filter((part) => part !== "").join(", ")
      : `${day(dueFrom)} – ${day(dueTo)}`;
  return often !== "" ? often : (dueText ?? "");
}

export function documentDay(say: Say, { issuedOn, notBefore }: Pick<DocumentBrief, "issuedOn" | "notBefore">): string {
  if (issuedOn !== null) return day(issuedOn);
  return notBefore === null ? say("unknownDay") : say("notBefore", { day: day(notBefore) });
}

export function summaryOf(
  task: { readonly summaryVi: string | null; readonly summaryEn: string | null },
  language: Language,
): string | null {
  return language === "vi" ? (task.summaryVi ?? task.summaryEn) : (task.summaryEn ?? task.summaryVi);
}

/** Printed words on one line, composed, as they are shown. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Letters without marks in lower case, so that "ke hoach" finds "Kế hoạch". */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/gu, "d").toLowerCase();
}

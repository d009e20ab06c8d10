import { createHash } from "node:crypto";
import { calendarFile, type CalendarEntry } from "../../formats/calendar.ts";
import type { Obligation } from "../../questions/obligations.ts";
import { documentLine, type Names } from "./names.ts";
import { whatOf, whereOf, whoseOf, type ObligationsShown } from "./obligations.ts";

/** What falls due as a calendar of whole days: the same question gives the same bytes, so a calendar read in again changes nothing. */
export function obligationsCalendar(due: readonly Obligation[], names: Names, options: ObligationsShown): string {
  return calendarFile(
    due.map((item) => entryOf(item, names, options)),
    { stamp: `${options.from.replaceAll("-", "")}T000000Z`, language: "EN" },
  );
}

function entryOf(item: Obligation, names: Names, { lang }: ObligationsShown): CalendarEntry {
  const { due, task, line, document } = item;
  const what =
    task ?? [document, line?.from ?? "", line?.via ?? "", line?.to ?? "", item.evidence[0]?.start ?? ""].join(" ");
  const where = [whereOf(item, names), documentLine(document, names)].filter((part) => part !== "").join(", ");
  return {
    uid: `${createHash("sha256").update(`${what} ${due}`).digest("hex").slice(0, 32)}@mandate`,
    day: due,
    title: whatOf(item, names, lang),
    description: [whoseOf(item, names), where].filter((part) => part !== "").join("\n"),
  };
}

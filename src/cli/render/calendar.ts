import { createHash } from "node:crypto";
import type { Obligation } from "../../questions/obligations.ts";
import { documentLine, type Names } from "./names.ts";
import { whatOf, whereOf, whoseOf, type ObligationsShown } from "./obligations.ts";

/** The octets of a content line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** What falls due as a calendar of whole days (RFC 5545): the same question gives the same bytes, so a calendar read in again changes nothing. */
export function obligationsCalendar(due: readonly Obligation[], names: Names, options: ObligationsShown): string {
  const stamp = `${compact(options.from)}T000000Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mandate//Obligations//EN",
    "CALSCALE:GREGORIAN",
    ...due.flatMap((item) => event(item, names, options, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(item: Obligation, names: Names, { lang }: ObligationsShown, stamp: string): readonly string[] {
  const { due, task, line, document } = item;
  const what =
    task ?? [document, line?.from ?? "", line?.via ?? "", line?.to ?? "", item.evidence[0]?.start ?? ""].join(" ");
  const uid = createHash("sha256").update(`${what} ${due}`).digest("hex").slice(0, 32);
  const where = [whereOf(item, names), documentLine(document, names)].filter((part) => part !== "").join(", ");
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@mandate`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(due))}`,
    `SUMMARY:${escaped(whatOf(item, names, lang))}`,
    `DESCRIPTION:${escaped([whoseOf(item, names), where].filter((part) => part !== "").join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Text as a property has it: backslash, semicolon, comma and line ends escaped, other control characters left out (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/gu, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** A content line in pieces of at most 75 octets, never inside a character; each but the first begins with a space. */
export function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign, "utf8");
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += sign;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}

const compact = (day: string): string => day.replaceAll("-", "");

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** One thing with its day, as a calendar shows it. */
export interface CalendarEntry {
  /** The same for the same thing, so that a calendar read in again changes entries and adds none twice. */
  readonly uid: string;
  /** An ISO day. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/** The octets of a content line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** A calendar of whole days (RFC 5545). `stamp` is a UTC time such as "20240101T000000Z"; a `name` is shown by programs that know X-WR-CALNAME. */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { stamp, language, name }: { readonly stamp: string; readonly language: "EN" | "VI"; readonly name?: string },
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Mandate//Obligations//${language}`,
    "CALSCALE:GREGORIAN",
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...entries.flatMap((entry) => event(entry, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event({ uid, day, title, description }: CalendarEntry, stamp: string): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Text as a property has it: backslash, semicolon, comma and line ends escaped, other control characters left out (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/gu, "\\n")
    .replace(/\p{Cc}|\p{Bidi_Control}/gu, " ");
}

/** A content line in pieces of at most 75 octets, never inside a character; each but the first begins with a space. */
export function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
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

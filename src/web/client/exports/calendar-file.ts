/** One duty with its day, as a calendar shows it. */
export interface CalendarEntry {
  readonly id: string;
  /** "2024-11-20" */
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/** A calendar (RFC 5545) of whole days. The ids come from the duties, so that taking it again changes entries and adds none twice. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mandate//Obligations//VI",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ id, day, title, description }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(`${id}@${day}`)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r?\n/gu, "\\n");
}

const MOST_BYTES = 73;

/** No line is longer than 75 bytes; a letter is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > MOST_BYTES) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}

import { withoutInvisible } from "./invisible.ts";

/** The three stamps of Luật Bảo vệ bí mật nhà nước 2018, Điều 8. */
export type SecrecyLevel = "MẬT" | "TỐI MẬT" | "TUYỆT MẬT";

export interface SecrecyStamp {
  readonly level: SecrecyLevel;
  /** Half open, in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** The stamp stands by the number and symbol, so among the first lines. */
const HEAD_LINES = 25;
const HEAD_LENGTH = 6000;

// Matches a line or cell that is nothing but "TỐI MẬT", "Độ mật: Mật", "**MẬT**", "[ MẬT ]". Must not match "bảo mật", "văn bản mật".
const STAMP = /^[^\p{L}\p{N}]*(?:(?:[Đđ]ộ mật|ĐỘ MẬT)[^\p{L}\p{N}]*)?(?<level>TUYỆT MẬT|TỐI MẬT|MẬT)[^\p{L}\p{N}]*$/u;
const NAMED = /^[^\p{L}\p{N}]*độ mật\s*:\s*(?<level>tuyệt mật|tối mật|mật)[^\p{L}\p{N}]*$/iu;

/** The secrecy stamp at the head of a document, or `null`. A text that only speaks of secrets has none. */
export function secrecyStamp(text: string): SecrecyStamp | null {
  let lines = 0;
  for (const { 0: line, index } of text.slice(0, HEAD_LENGTH).matchAll(/[^\r\n]+/gu)) {
    if (line.trim() === "") continue;
    lines += 1;
    if (lines > HEAD_LINES) return null;
    for (const { 0: part, index: offset } of line.matchAll(/(?:(?!\t| {3}|\||<br>).)+/gu)) {
      const level = levelOf(part);
      if (level === null) continue;
      const start = index + offset + (part.length - part.trimStart().length);
      return { level, start, end: start + part.trim().length };
    }
  }
  return null;
}

function levelOf(part: string): SecrecyLevel | null {
  const plain = withoutInvisible(part).normalize("NFC").replace(/\s+/gu, " ").trim();
  const level = (STAMP.exec(plain) ?? NAMED.exec(plain))?.groups?.["level"];
  switch (level?.toLocaleUpperCase("vi") ?? "") {
    case "MẬT":
      return "MẬT";
    case "TỐI MẬT":
      return "TỐI MẬT";
    case "TUYỆT MẬT":
      return "TUYỆT MẬT";
    default:
      return null;
  }
}

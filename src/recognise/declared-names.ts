import { words } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import type { AgencyMention } from "./mention.ts";

// Matches what follows a name and declares its short form: " (TCCB)", " (viết tắt là Phòng CTTT)", " (sau đây gọi tắt là Sở GDĐT)".
const DECLARES =
  /^ ?\((?:(?:sau đây |sau đây được )?(?:gọi|viết)(?: tắt)?(?: là)?:? )?["“]?(?<short>(?:\p{Lu}\p{Ll}{1,10} )?\p{Lu}[\p{Lu}\p{Ll}&-]{1,20})["”]?\)/u;
const FEWEST_LETTERS = 2;

/** Bodies by the short names that the text itself declares for them: "Phòng Tổ chức cán bộ (TCCB)" makes "Phòng TCCB" one of its names. */
export function withDeclaredNames({ text }: TextView, mentions: readonly AgencyMention[]): readonly AgencyMention[] {
  const declared = new Map<string, AgencyMention>();
  for (const mention of mentions) {
    const short = DECLARES.exec(text.slice(mention.end, mention.end + 60))?.groups?.["short"];
    if (short === undefined || mention.collective || !isShortOf(short, mention.name)) continue;
    const head = /^\S+/u.exec(mention.name)?.[0] ?? "";
    declared.set(plain(short.includes(" ") ? short : `${head} ${short}`), mention);
  }
  if (declared.size === 0) return mentions;
  return mentions.map((mention) => {
    const meant = mention.isUnknown ? declared.get(plain(mention.name)) : undefined;
    return meant === undefined
      ? mention
      : { ...mention, local: meant.local, level: meant.level, province: meant.province };
  });
}

function plain(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").toLowerCase();
}

/** True where the capitals of a short form are the first letters of the name's words, in their order. */
function isShortOf(short: string, name: string): boolean {
  const letters = words(
    short
      .split(" ")
      .at(-1)
      ?.replace(/[^\p{Lu}]/gu, "") ?? "",
  ).join("");
  if (letters.length < FEWEST_LETTERS) return false;
  const firsts = words(name).map((word) => word.charAt(0));
  let at = 0;
  for (const first of firsts) if (first === letters.charAt(at)) at += 1;
  return at === letters.length;
}

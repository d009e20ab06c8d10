import { withoutInvisible } from "./invisible.ts";

/** The three stamps of Luật Bảo vệ bí mật nhà nước 2018, Điều 8. */
export type SecrecyLevel = "MẬT" | "TỐI MẬT" | "TUYỆT MẬT";

/** What a few words say that say nothing else than how secret a document is. */
export interface SaidSecrecy {
  readonly level: SecrecyLevel;
  /** "MẬT", "Tuyệt mật", "Độ mật: mật": in capitals words are a stamp almost anywhere, otherwise only where a stamp may stand. */
  readonly manner: "capitals" | "title" | "named";
}

/** No stamp is longer, however widely its letters are set. In UTF-16 code units. */
const LONGEST = 200;

// All of them without the spaces between words: letters are often set apart ("M Ậ T", "TUYỆT  M ẬT").
// Level: how secret. Label: what stands before it. Thing: what is secret. Beside: urgency, the number of the copy, what may be done with it.
// Together they must match "MẬT/KHẨN", "TUYỆT MẬT (Bản số 3)", "Mức độ mật: TỐI MẬT"; not "MẬT ONG", "MẬT ĐỘ DÂN SỐ", "ĐỘ MẬT", "BÍ MẬT".
const PHRASE =
  /(?<level>TUYỆTMẬT|TỐIMẬT|MẬT)|(?<label>(?:(?:ĐÓNG)?DẤU(?:CHỈ)?(?:(?:MỨC)?ĐỘ(?:BẢO)?MẬT)?|(?:MỨC|CẤP)?ĐỘ(?:BẢO)?MẬT):?)|BẢNSỐ:?\d*|SỐBẢN:?\d*|SỐ:?\d+|BẢN:?\d+|(?<thing>TÀILIỆU|VĂNBẢN|HỒSƠ|CÔNGVĂN|CÔNGĐIỆN|ĐIỆN|BẢN)|(?:MỨC)?ĐỘKHẨN|HỎATỐC|HOẢTỐC|HẸNGIỜ\d*|THƯỢNGKHẨN|KHẨNCẤP|KHẨN|BÍMẬTNHÀNƯỚC|THUHỒI|KHÔNGSAOCHỤP|KHÔNGPHỔBIẾN|LƯUHÀNHNỘIBỘ|CHỈNGƯỜICÓTÊNMỚIĐƯỢCBÓCBÌ|:/guy;

/** How secret these words say that a document is; null where they say anything else too, several levels or none. */
export function secrecyIn(words: string): SaidSecrecy | null {
  if (words.length > LONGEST) return null;
  const printed = withoutInvisible(words)
    .normalize("NFKC")
    .replace(/<br>|[^\p{L}\p{N}:]/gu, "");
  const letters = printed.toUpperCase();
  if (letters.length !== printed.length) return null;
  let end = 0;
  let isNamed = false;
  let said: SaidSecrecy | null = null;
  let isOfThing = false;
  for (const { 0: phrase, index, groups = {} } of letters.matchAll(PHRASE)) {
    end = index + phrase.length;
    if (groups["level"] !== undefined) {
      const level = levelOf(phrase);
      const manner = mannerOf(printed.slice(index, end), isNamed);
      if (manner === null || (said !== null && said.level !== level)) return null;
      said = { level, manner };
    }
    isNamed = groups["label"]?.endsWith(":") === true || (isNamed && phrase === ":");
    isOfThing ||= groups["thing"] !== undefined;
    if (groups["thing"] !== undefined && printed.slice(index, end) !== phrase) return null;
  }
  if (end !== letters.length) return null;
  return isOfThing && said?.manner !== "capitals" ? null : said;
}

function levelOf(letters: string): SecrecyLevel {
  return letters === "MẬT" ? "MẬT" : letters === "TỐIMẬT" ? "TỐI MẬT" : "TUYỆT MẬT";
}

function mannerOf(printed: string, isNamed: boolean): SaidSecrecy["manner"] | null {
  if (printed === printed.toUpperCase()) return "capitals";
  if (isNamed) return "named";
  return /^\p{Lu}/u.test(printed) ? "title" : null;
}

import type { BodyHead } from "./body-heads.ts";

const CENTRAL =
  /(?:Việt Nam|Trung ương|Quốc gia|quốc gia|Tây Nguyên|Nam Bộ|Trung Bộ|miền [\p{Lu}]\p{L}+|[Kk]hu vực [IVX]+)$/u;
// Matches what says that a department is a ministry's: " - Bộ Tư pháp", " (Bộ Y tế)", " thuộc Bộ Xây dựng". Must not match " - Bộ Chỉ huy Quân sự".
const OF_MINISTRY = /^(?: ?[-–] ?| ?\(| thuộc | của )Bộ (?!Chỉ huy|Tư lệnh|CH)\p{Lu}/u;

/** True for a body at the centre, by its name and what stands behind it. `isOwnDistricts`: "huyện" or "xã" stands there. */
export function isOfTheCentre(
  head: BodyHead,
  name: string,
  after: string,
  province: string | null,
  isOwnDistricts: boolean,
): boolean {
  if (head.level === "centre" || (province === null && OF_MINISTRY.test(after))) return true;
  // "Ban Chỉ đạo … quốc gia huyện" is the district's.
  if (!isOwnDistricts && CENTRAL.test(name)) return true;
  // A ministry's department bears its bare name, a province's says "tỉnh".
  return /^(?:Viện|Học viện|Cục|Tổng cục) /u.test(name) && province === null && !/ (?:tỉnh|thành phố)$/u.test(name);
}

import { withoutInvisible } from "../text/invisible.ts";

/** Letters without marks, lower case: "Sở KH&CN tỉnh Đắk Lắk" → "so kh&cn tinh dak lak". The same for composed and decomposed text. */
export function fold(text: string): string {
  return withoutInvisible(text)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/gu, "d")
    .toLowerCase()
    .normalize("NFC");
}

/** The folded words of a text, for search: runs of letters and digits. "20-NQ/TW" → ["20", "nq", "tw"]. */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name as the last part of an id: "Sở Khoa học và Công nghệ" → "so-khoa-hoc-va-cong-nghe". */
export function slug(name: string): string {
  return words(name).join("-");
}

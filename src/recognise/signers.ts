import type { Block } from "../text/blocks.ts";
import type { TextView } from "../text/view.ts";

export interface SignerMention {
  readonly name: string;
  readonly position: string | null;
  readonly onBehalfOf: string | null;
  readonly start: number;
  readonly end: number;
}

// Matches "Nguyễn Thị Minh Thúy", "A Pót", "Y Vinh Tơr", "K' Măk". Must not match "PHÓ CHỦ TỊCH", "(Đã ký)".
const NAME =
  /^(?:(?:GS|PGS|TS|ThS|BS|Đại tá|Thượng tá|Trung tướng|Thiếu tướng|Đại tướng|Thượng tướng)[. ]+)*(?<name>\p{Lu}[\p{Ll}'’]*(?:\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}[\p{Ll}'’]*(?:\p{Lu}\p{Ll}+)?)){1,5})$/u;
const CAPITAL_NAME = /^\p{Lu}+(?: \p{Lu}+){1,4}$/u;
const BEHALF = /^(?:t\/?m|t\.m)\s?\.?\s?/iu;
const INSTEAD = /^(?:k\/?t|k\.t|t\/?l|t\.l|tuq|t\/uq|q)\s?[./]?\s+/iu;
const POST =
  /(?:chu tich|bi thu|giam doc|bo truong|thu truong|thu tuong|truong ban|chanh|cuc truong|vien truong|hieu truong|chu nhiem|chi huy truong|thuong truc|truong|pho|uy vien|tong bi thu|thong doc)/u;

const BODY =
  /^(?:so|bo|ban|uy ban|ubnd|hdnd|cong an|chi cuc|cuc|vien|toa an|hoi|lien doan|tinh|thanh uy|mat tran)(?![\p{L}])/u;

/** The signers, in the order of the text, each with the post and the body printed above. */
export function signersOf({ text, folded }: TextView, blocks: readonly Block[]): readonly SignerMention[] {
  const signers: SignerMention[] = [];
  let position: string | null = null;
  let onBehalfOf: string | null = null;
  for (const { zone, start, end } of blocks) {
    if (zone !== "signature") continue;
    const line = text.slice(start, end).trim();
    const plain = folded.slice(start, end).trim();
    if (BEHALF.test(line)) {
      onBehalfOf = sentenceCase(line.replace(BEHALF, ""));
      position = null;
      continue;
    }
    const isCapitals = line === line.toUpperCase();
    if (POST.test(plain) && (isCapitals || INSTEAD.test(line))) {
      position = sentenceCase(line.replace(INSTEAD, ""));
      continue;
    }
    // "GIÁM ĐỐC / CÔNG AN TỈNH": the body below the post, where several sign.
    if (isCapitals && position !== null && BODY.test(plain)) {
      onBehalfOf = null;
      continue;
    }
    const named =
      NAME.exec(line)?.groups?.["name"] ??
      (position !== null && CAPITAL_NAME.test(line) && !POST.test(plain) ? line : null);
    if (named === null || /(?:da ky|ngay|nguoi ky|phu luc)/u.test(plain)) {
      if (
        isCapitals &&
        onBehalfOf === null &&
        position === null &&
        line.length > 5 &&
        /^(?:BAN|ỦY|UỶ|HỘI|TỈNH|THÀNH)/u.test(line)
      )
        onBehalfOf = sentenceCase(line);
      continue;
    }
    const at = start + text.slice(start, end).indexOf(named);
    signers.push({ name: named, position, onBehalfOf, start: at, end: at + named.length });
    position = null;
  }
  return signers;
}

const KEPT = /(?<![\p{L}])(?:đảng|việt nam)(?![\p{L}])/giu;

/** "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", "ỦY BAN NHÂN DÂN" → "Ủy ban nhân dân". */
function sentenceCase(line: string): string {
  const lower = line
    .toLowerCase()
    .replace(/(?<![.,])[.,]+$/u, "")
    .trim();
  const first = `${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}`;
  return first
    .replace(/^(?<pho>Phó) (?<next>\p{L})/u, (_, pho: string, next: string) => `${pho} ${next.toUpperCase()}`)
    .replace(KEPT, (word) => (word.toLowerCase() === "đảng" ? "Đảng" : "Việt Nam"));
}

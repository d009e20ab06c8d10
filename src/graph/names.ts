import { parseDocumentId } from "../facts/document-id.ts";

/** What is needed to name a document for people. */
export interface NamedDocument {
  readonly id: string;
  readonly kind: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
}

/** The words that names are made of: kinds of documents by their code ("kh"), provinces by their slug ("an-giang"). */
export interface NameWords {
  kindName(code: string): string | undefined;
  provinceName(slug: string): string | undefined;
}

const PARTY_SYMBOL = /^\p{L}+\/\p{L}/u;

/** A document's number as it is written: "177-KH/TU" of the Party, "709/QĐ-TTg" of the State; null where it has none. */
export function numberOf({ number, symbol }: Pick<NamedDocument, "number" | "symbol">): string | null {
  if (number === null) return null;
  if (symbol === null) return number;
  return PARTY_SYMBOL.test(symbol) ? `${number}-${symbol}` : `${number}/${symbol}`;
}

/**
 * How people call a document: "Kết luận 69-KL/TW", "Quyết định 732/QĐ-UBND An Giang", "Nghị quyết Trung ương 2 (khóa VIII)",
 * "Kế hoạch của Ủy ban nhân dân tỉnh An Giang (không số, không sớm hơn 23/7/2024)". `printed` are the words by which a text names it, if any does.
 */
export function documentName(
  document: NamedDocument,
  words: NameWords,
  more: {
    readonly printed?: string | undefined;
    readonly issuer?: string | null;
    readonly notBefore?: string | null;
  } = {},
): string {
  const parsed = parseDocumentId(document.id);
  const kind = words.kindName((document.kind ?? "").toLowerCase()) ?? document.kind ?? "Văn bản";
  const province = words.provinceName(document.id.split("/")[1] ?? "");
  const number = numberOf(document);
  if (number !== null) return [kind, number, province].filter((part) => part !== undefined).join(" ");
  if (parsed.form === "plenum") return `${kind} Trung ương ${parsed.session} (khóa ${parsed.term.toUpperCase()})`;
  if (parsed.form === "named") return more.printed?.replace(/\s+/gu, " ") ?? document.id;
  const issuer = more.issuer == null ? "" : ` của ${withProvince(more.issuer, province)}`;
  const since = more.notBefore == null ? "" : `, không sớm hơn ${dayInWords(more.notBefore)}`;
  return `${kind}${issuer} (không số${since})`;
}

/** "Ban Thường vụ Tỉnh ủy" and "Kon Tum" → "Ban Thường vụ Tỉnh ủy Kon Tum"; a name that has its province already stays. */
export function withProvince(name: string, province: string | undefined): string {
  return province === undefined || name.includes(province) ? name : `${name} ${province}`;
}

/** "2024-07-23" → "23/7/2024", as days are written in Viet Nam. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date ?? ""}/${month ?? ""}/${year ?? ""}`;
}

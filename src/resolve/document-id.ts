import type { Registry } from "../registry/load-registry.ts";
import { bare } from "../registry/documents.ts";
import { slug } from "../registry/fold.ts";
import type { Level } from "../registry/model.ts";

/** What a number and its symbol say of a document. */
export interface NumberedDocument {
  readonly kind: string;
  /** The body part of the id: "ubnd", "tu", "bkhcn". */
  readonly body: string;
  readonly level: Level;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  "thong bao ket luan": "tb",
  "thong tu lien tich": "ttlt",
  "thong tu lien bo": "ttlt",
  "chuong trinh hanh dong": "ctr",
  "ke hoach hanh dong": "kh",
};

/** The code of a kind word in folded letters. */
export function kindOfWord(word: string | null, registry: Registry): string | null {
  if (word === null) return null;
  // "kế hoạch phối hợp", "hướng dẫn liên ngành": several bodies issue it.
  const plain = word.replace(/ (?:phoi hop|lien (?:tich|nganh|so))$/u, "");
  return (
    KIND_WORDS[word] ?? registry.kindNamed(word)?.code ?? KIND_WORDS[plain] ?? registry.kindNamed(plain)?.code ?? null
  );
}

/** Reads a symbol as printed: "KH-UBND", "NQ/TW", "BKHCN-KHTC", "QH15", "QĐUBND". */
export function readSymbol(
  symbol: string,
  kindWord: string | null,
  registry: Registry,
  fallback: Level,
): NumberedDocument {
  const parts = ungluedParts(symbol, registry);
  // "KHLT", "HDLN", "KHPH", "QCPH": a kind that several bodies issue.
  const isJoint = /^\p{Lu}\p{L}*(?:LT|LN|LS|PH)$/u.test(parts[0] ?? "");
  const jointKind = isJoint ? (parts[0] ?? "").slice(0, -2) : null;
  if (jointKind !== null && parts[0] !== "TTLT" && registry.kindsOfSymbol(jointKind).length > 0) parts[0] = jointKind;
  // The kind comes first: "212/SNN-KL" is a letter of a unit called KL.
  const isKind = (part: string | undefined): boolean => part !== undefined && registry.kindsOfSymbol(part).length > 0;
  const kindPart =
    isKind(parts[0]) || (parts[0] !== undefined && bodyNamed(parts[0], registry) !== null)
      ? isKind(parts[0])
        ? 0
        : -1
      : parts.findIndex(isKind);
  const word = kindOfWord(kindWord, registry);
  const bodies = kindPart < 0 ? parts : parts.filter((_, place) => place !== kindPart);
  const kinds = kindPart < 0 ? [] : registry.kindsOfSymbol(parts[kindPart] ?? "").map(({ code }) => code);
  // The word before the number decides between the kinds that share a symbol; a letter of the State has no kind in its symbol.
  const kind = kinds.length > 0 ? (word !== null && kinds.includes(word) ? word : (kinds[0] ?? "cv")) : (word ?? "cv");
  const known = bodies.flatMap((part) => bodyNamed(part, registry) ?? []);
  const [first, ...others] = known;
  // "SGDĐT-TĐ", "BTC-BVHTTDL": bodies that issue together; the unit of a letter is none.
  const isShared = isJoint || others.length > 1 || (kindPart >= 0 && bodies.every((part) => ISSUES_WITH.test(part)));
  if (bodies.length > 1 && isShared && (first !== undefined || isJoint))
    return { kind, level: levelOfJoint(known, bodies, fallback), body: bodies.map(symbolSlug).join("-") };
  if (first !== undefined) return { kind, ...first };
  const named = bodies[0] ?? symbol;
  return { kind, body: slug(named) || "~", level: levelOfSymbol(named, fallback) };
}

// Matches symbols of bodies that issue with others: "KH-SNNMT-HND", "CTr-CAT-SGDĐT". Must not match units: "KTHH", "VP", "NC".
const ISSUES_WITH =
  /^(?:S\p{Lu}\p{Lu}[\p{L}&]*|SYT|SCT|HND|H?LHPN|HPN|H?CCB|LĐLĐ|ĐTN|TĐTN|TĐ|TLĐ|CAT|CATP|BCHQS|BĐBP|BHXH|BHXHVN|CT|TCT|MTTQ\p{Lu}*|UBMTTQ\p{Lu}*|NHNN|NHCSXH|TAND|VKSND|LMHTX|B(?:KHCN|TC|NV|TP|CT|XD|YT|GDĐT|QP|CA|NG|VHTTDL|NNMT|DTTG|NNPTNT|NN|TNMT|GTVT|KHĐT|TTTT|LĐTBXH))$/u;
// Boards and organs that exist at every level: "BCĐ", "BTV", "BQL", "BHXH".
const OF_ANY_LEVEL = /^B(?:CĐ|TV|TT|CH|CS|QL|HXH|TG|DV|NC|KT|VĐ|GS|CN)(?!VN|TW|QG)\p{Lu}*$/u;

/** Where a body is whose symbol no row has: a ministry's begins with B, a department's with S, the unions' centres are named by their organs. */
function levelOfSymbol(symbol: string, fallback: Level): Level {
  if (/^(?:ĐCT|TW\p{Lu}*|\p{Lu}+(?:VN|TW))$/u.test(symbol)) return "centre";
  if (OF_ANY_LEVEL.test(symbol)) return fallback;
  if (/^(?:B|NH|TC|UB(?!ND))[A-ZĐ]{2,}/u.test(symbol)) return "centre";
  return /^S[A-ZĐ]{1,}/u.test(symbol) ? "province" : fallback;
}

/** Of bodies that issue together the first one that a row has says where they are; without a row, its letters do. */
function levelOfJoint(known: readonly { readonly level: Level }[], bodies: readonly string[], fallback: Level): Level {
  return known[0]?.level ?? levelOfSymbol(bodies[0] ?? "", fallback);
}

/** Bodies whose id part is not simply the printed symbol: they have several symbols, or one with the term of the assembly. */
const FIXED_BODIES = new Set(["tw", "ttg", "cp", "qh", "ubtvqh", "tu", "ubnd", "hdnd"]);

function symbolSlug(symbol: string): string {
  return slug(symbol.replace(/[&.,]/gu, ""));
}

function bodyNamed(part: string, registry: Registry): Pick<NumberedDocument, "body" | "level"> | null {
  const known = registry.bodyOfSymbol(part);
  // OCR reads W as VV.
  const row = known ?? registry.bodyOfSymbol(part.replace(/V[VvỴ]|VW/gu, "W"));
  return row === null ? null : { body: FIXED_BODIES.has(row.body) ? row.body : symbolSlug(part), level: row.level };
}

function ungluedParts(symbol: string, registry: Registry): string[] {
  const parts = symbol.split(/[-/.,]/u).filter((part) => part !== "");
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return parts;
  for (let length = 2; length <= 4 && length < only.length; length++) {
    const [kind, body] = [only.slice(0, length), only.slice(length)];
    if (registry.kindsOfSymbol(kind).length > 0 && registry.bodyOfSymbol(body) !== null) return [kind, body];
  }
  return parts;
}

/** `vn/<body>/<kind>/<year>/<number>`, with the province where the body is one's; "~" for what the text does not say. */
export function numberedId(
  { kind, body, level }: NumberedDocument,
  province: string | null,
  year: string | null,
  number: string,
): string {
  const owner = level === "centre" ? body : `${province ?? "~"}/${body}`;
  return `vn/${owner}/${kind}/${year ?? "~"}/${bare(number).replace("đ", "d")}`;
}

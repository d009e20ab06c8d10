import { fromTcvn3, fromTcvn3Capitals } from "../encoding/tcvn3.ts";
import { fromVni } from "../encoding/vni.ts";

/** The table a font's letters follow; `null` is Unicode. */
export type LegacyFont = "tcvn3" | "tcvn3-capitals" | "vni" | null;

/** What a font's name tells: ".VnTime" is TCVN3, ".VnTimeH" its capitals, "VNI-Times" is VNI. A subset's prefix ("ABCDEF+") does not count. */
export function fontEncoding(fontName: string): LegacyFont {
  const name = fontName.replace(/^[A-Z]{6}\+/u, "").split(",")[0] ?? "";
  if (/^\.Vn/iu.test(name)) return /^\.Vn[A-Za-z]*H(?:$|[ -])/u.test(name) ? "tcvn3-capitals" : "tcvn3";
  return /^VNI[- ]/iu.test(name) ? "vni" : null;
}

/** Whether the letters of a run can only be Unicode. */
export function isUnicode(text: string): boolean {
  return UNICODE_VIETNAMESE.test(text);
}

// A run in a legacy font may still hold Unicode letters, put there by a program that substituted the font.
const UNICODE_VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u0323]/u;

/** The words of a run in its font, in Unicode. */
export function fromFont(text: string, font: LegacyFont): string {
  if (font === null || isUnicode(text)) return text;
  if (font === "vni") return fromVni(text);
  return font === "tcvn3" ? fromTcvn3(text) : fromTcvn3Capitals(text);
}

/** Joins runs before they are read, since a VNI letter and its mark may stand in two of them. Remembers what was converted. */
export class FontRuns {
  readonly converted: Set<LegacyFont>;
  #runs: { text: string; font: LegacyFont }[] = [];

  /** Several may remember together. */
  constructor(converted = new Set<LegacyFont>()) {
    this.converted = converted;
  }

  add(text: string, font: LegacyFont): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.font === font) last.text += text;
    else this.#runs.push({ text, font });
  }

  /** The text so far, in Unicode; begins anew. */
  take(): string {
    const text = this.#runs
      .map((run) => {
        const plain = fromFont(run.text, run.font);
        if (plain !== run.text) this.converted.add(run.font);
        return plain;
      })
      .join("");
    this.#runs = [];
    return text;
  }
}

/** How the encoding of a structured file is recorded: "utf-8", or with the fonts whose letters were converted, "utf-8+tcvn3". */
export function encodingWith(converted: ReadonlySet<LegacyFont>): string {
  const names = new Set([...converted].map((font) => (font === "vni" ? "vni-windows" : "tcvn3")));
  return ["utf-8", ...[...names].sort()].join("+");
}

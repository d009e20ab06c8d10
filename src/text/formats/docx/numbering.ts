import { formatNumber, type NumberFormat } from "../number-format.ts";
import { isOn, type NumberReference, type Styles } from "./styles.ts";
import type { XmlEvents } from "./xml.ts";

interface Level {
  start: number;
  format: string;
  text: string;
  legal: boolean;
  style?: string;
  glued: boolean;
}

interface Numbering {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
  used: boolean;
}

const FORMATS: ReadonlySet<string> = new Set<NumberFormat>([
  "decimal",
  "decimalZero",
  "lowerLetter",
  "upperLetter",
  "lowerRoman",
  "upperRoman",
  "vietnameseCounting",
  "none",
]);
const DEEPEST_LEVEL = 8;

/** The labels that Word prints before numbered paragraphs and that stand nowhere in their text: "I.", "1.", "a)", "-". */
export class Labels {
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #numberings = new Map<string, Numbering>();
  readonly #counts = new Map<string, (number | undefined)[]>();

  /** The label of the next paragraph with this number, with the space after it; empty where it has none. Counts on. */
  next(own: NumberReference, style: string | undefined, styles: Styles): string {
    const numId = own.numId ?? styles.look(style, "numId");
    const numbering = numId === undefined ? undefined : this.#numberings.get(numId);
    if (numbering === undefined) return "";
    const depth = own.level ?? styles.look(style, "level") ?? this.#linkedLevel(numbering, style) ?? 0;
    const level = this.#level(numbering, depth);
    if (level === undefined) return "";
    const counts = this.#count(numbering, depth);
    const label = level.format === "bullet" ? bullet(level.text) : this.#label(numbering, level, counts);
    if (label === "") return "";
    return level.glued ? label : `${label} `;
  }

  #level(numbering: Numbering, depth: number): Level | undefined {
    return numbering.levels.get(depth) ?? this.#abstracts.get(numbering.abstractId)?.get(depth);
  }

  #linkedLevel(numbering: Numbering, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    for (const [depth, level] of this.#abstracts.get(numbering.abstractId) ?? [])
      if (level.style === style) return depth;
    return undefined;
  }

  /** Lists of one abstract numbering count together, until one says where it starts. */
  #count(numbering: Numbering, depth: number): readonly (number | undefined)[] {
    const counts = this.#counts.get(numbering.abstractId) ?? [];
    this.#counts.set(numbering.abstractId, counts);
    if (!numbering.used) for (const at of numbering.starts.keys()) counts.length = Math.min(counts.length, at);
    numbering.used = true;
    const start = (at: number): number => numbering.starts.get(at) ?? this.#level(numbering, at)?.start ?? 1;
    for (let at = 0; at < depth; at += 1) counts[at] ??= start(at);
    const last = counts[depth];
    counts[depth] = last === undefined ? start(depth) : last + 1;
    counts.length = depth + 1;
    return counts;
  }

  #label(numbering: Numbering, level: Level, counts: readonly (number | undefined)[]): string {
    return level.text.replace(/%([1-9])/gu, (_place, digit: string) => {
      const at = Number(digit) - 1;
      const count = counts[at];
      if (count === undefined) return "";
      const format = level.legal ? "decimal" : (this.#level(numbering, at)?.format ?? "decimal");
      return formatNumber(count, isFormat(format) ? format : "decimal");
    });
  }

  /** What fills the labels from numbering.xml. */
  reader(): XmlEvents {
    let abstract: Map<number, Level> | null = null;
    let numbering: Numbering | null = null;
    let override = 0;
    let level: Level | null = null;
    let pending = "";
    return {
      open: (name, attributes) => {
        const value = attributes["val"] ?? "";
        switch (name) {
          case "abstractNum":
            abstract = new Map();
            this.#abstracts.set(attributes["abstractNumId"] ?? "", abstract);
            return;
          case "num":
            pending = attributes["numId"] ?? "";
            return;
          case "abstractNumId":
            numbering = { abstractId: value, starts: new Map(), levels: new Map(), used: false };
            this.#numberings.set(pending, numbering);
            return;
          case "lvlOverride":
            override = depthOf(attributes["ilvl"]);
            return;
          case "startOverride":
            numbering?.starts.set(override, Number(value) || 0);
            return;
          case "lvl":
            level = { start: 1, format: "decimal", text: "", legal: false, glued: false };
            (numbering?.levels ?? abstract)?.set(depthOf(attributes["ilvl"]), level);
            return;
        }
        if (level === null) return;
        if (name === "start") level.start = Number(value) || 0;
        else if (name === "numFmt") level.format = value;
        else if (name === "lvlText") level.text = value;
        else if (name === "isLgl") level.legal = isOn(attributes["val"]);
        else if (name === "suff") level.glued = value === "nothing";
        else if (name === "pStyle") level.style = value;
      },
      close: (name) => {
        if (name === "lvl") level = null;
        else if (name === "abstractNum") abstract = null;
        else if (name === "num") numbering = null;
      },
    };
  }
}

function depthOf(value: string | undefined): number {
  const depth = Number(value ?? 0);
  return Number.isInteger(depth) && depth >= 0 ? Math.min(depth, DEEPEST_LEVEL) : 0;
}

function isFormat(format: string): format is NumberFormat {
  return FORMATS.has(format);
}

/** A bullet as typed where it is one of the signs that documents use; any other picture is a dash. */
function bullet(text: string): string {
  return /^[-–+*•]$/u.test(text) ? text : "-";
}

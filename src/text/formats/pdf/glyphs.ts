import { fontEncoding, fromFont, type LegacyFont } from "../legacy-font.ts";
import { apply, asMatrix, IDENTITY, isArrayLike, isNumbers, multiply, type Matrix } from "./matrix.ts";
import { pathRules, type Rule } from "./rules.ts";

/** A letter where the page shows it: points, y downward, `x` and `end` its left and right edge on the baseline `y`. */
export interface Glyph {
  text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  font: LegacyFont;
}

export interface PageMarks {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Letters left out as they are not written level, in the order of drawing. */
  readonly rotated: string;
  /** Letters left out as the file does not say which they are. */
  readonly unreadable: number;
}

/** What is used of the font objects of pdf.js. */
export interface PdfFont {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

interface PdfGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly originalCharCode?: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  matrix: Matrix;
  font: PdfFont;
  legacy: LegacyFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const DEEPEST = 2000;

/**
 * Walks the drawing operators of a page and says where every letter and line stands. The order of drawing does not matter: programs draw accented
 * letters of a fallback font after the run they belong to, so pdf.js's own text order is wrong for Vietnamese.
 */
export function pageMarks(
  list: OperatorList,
  ops: Readonly<Record<string, number>>,
  viewport: readonly number[],
  fontOf: (id: string) => PdfFont,
): PageMarks {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let rotated = "";
  let unreadable = 0;
  const base = asMatrix(viewport);
  let state: State = {
    matrix: base,
    font: {},
    legacy: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  const saved: State[] = [];
  let text = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let last: Glyph | null = null;

  const moveText = (dx: number, dy: number): void => {
    x = lineX += dx;
    y = lineY += dy;
  };
  const showGlyph = (glyph: PdfGlyph, at: Matrix): void => {
    const advance = (glyph.width ?? 0) * (state.font.fontMatrix?.[0] ?? 0.001) * state.size;
    const step = (advance + state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)) * state.scale;
    const letter = letterOf(glyph, state.legacy);
    const [a, b, c, d] = at;
    const height = Math.hypot(c, d) * Math.abs(state.size);
    const startX = x;
    x += step;
    if (letter === null) {
      unreadable += 1;
      return;
    }
    if (letter === "" || height < 1) return;
    if (Math.abs(b) > 0.1 * Math.abs(a) || d > 0 === a > 0) {
      rotated += fromFont(letter, state.legacy);
      return;
    }
    const [left, baseline] = apply(at, startX, y + state.rise);
    const [right] = apply(at, startX + advance * state.scale, y + state.rise);
    if (/^\p{M}+$/u.test(letter) && last && Math.abs(last.y - baseline) < height && left - last.end < height) {
      last.text += letter;
      return;
    }
    last = {
      text: letter,
      x: Math.min(left, right),
      end: Math.max(left, right),
      y: baseline,
      size: height,
      font: state.legacy,
    };
    glyphs.push(last);
  };
  const showText = (items: unknown): void => {
    if (!Array.isArray(items) || state.size === 0 || state.font.vertical === true) return;
    const at = multiply(state.matrix, text);
    for (const item of items as readonly unknown[]) {
      if (typeof item === "number") x -= ((item * state.size) / 1000) * state.scale;
      else if (typeof item === "object" && item !== null) showGlyph(item, at);
    }
  };

  const handlers: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => {
      if (saved.length < DEEPEST) saved.push({ ...state });
    },
    restore: () => {
      state = saved.pop() ?? state;
    },
    transform: (args) => {
      state.matrix = multiply(state.matrix, asMatrix(args));
    },
    paintFormXObjectBegin: ([matrix]) => {
      saved.push({ ...state });
      if (isNumbers(matrix)) state.matrix = multiply(state.matrix, asMatrix(matrix));
    },
    paintFormXObjectEnd: () => {
      state = saved.pop() ?? state;
    },
    beginText: () => {
      text = IDENTITY;
      x = y = lineX = lineY = 0;
    },
    setFont: ([id, size]) => {
      state.font = fontOf(String(id));
      state.legacy = fontEncoding(state.font.name ?? "");
      state.size = Number(size);
    },
    setTextMatrix: ([first, ...rest]) => {
      text = isNumbers(first) ? asMatrix(first) : asMatrix([first, ...rest]);
      x = y = lineX = lineY = 0;
    },
    setCharSpacing: ([value]) => (state.charSpacing = Number(value)),
    setWordSpacing: ([value]) => (state.wordSpacing = Number(value)),
    setHScale: ([value]) => (state.scale = Number(value) / 100),
    setLeading: ([value]) => (state.leading = -Number(value)),
    setTextRise: ([value]) => (state.rise = Number(value)),
    moveText: ([dx, dy]) => {
      moveText(Number(dx), Number(dy));
    },
    setLeadingMoveText: ([dx, dy]) => {
      state.leading = Number(dy);
      moveText(Number(dx), Number(dy));
    },
    nextLine: () => {
      moveText(0, state.leading);
    },
    showText: ([items]) => {
      showText(items);
    },
    showSpacedText: ([items]) => {
      showText(items);
    },
    nextLineShowText: ([items]) => {
      moveText(0, state.leading);
      showText(items);
    },
    nextLineSetSpacingShowText: ([word, char, items]) => {
      state.wordSpacing = Number(word);
      state.charSpacing = Number(char);
      moveText(0, state.leading);
      showText(items);
    },
    constructPath: ([operation, data]) => {
      const path: unknown = Array.isArray(data) ? data[0] : null;
      if (!isNumbers(path) || operation === ops["endPath"]) return;
      const stroked = operation === ops["stroke"] || operation === ops["closeStroke"];
      for (const rule of pathRules(path, state.matrix, stroked)) rules.push(rule);
    },
  };
  const byNumber = new Map(Object.entries(handlers).map(([name, handler]) => [ops[name], handler]));
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    byNumber.get(operator)?.(isArrayLike(args) ? Array.from(args) : []);
  }
  return { glyphs, rules, rotated, unreadable };
}

/** The letter, "" for what is to be left out, `null` where the file does not say which letter it is. */
function letterOf(glyph: PdfGlyph, legacy: LegacyFont): string | null {
  const unicode = glyph.unicode ?? "";
  // WinAnsi calls byte AD a hyphen; in a legacy font it is the letter "ư" or a mark.
  if (legacy !== null && glyph.originalCharCode === 0xad) return "\u00ad";
  if (legacy === null && /^[\ue000-\uf8ff]$/u.test(unicode))
    return unicode >= "\uf020" && unicode <= "\uf0ff" ? "-" : null;
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(unicode)) return null;
  if (unicode === "\u00ad") return "-";
  return /[\ufb00-\ufb06]/u.test(unicode) ? unicode.normalize("NFKC") : unicode;
}

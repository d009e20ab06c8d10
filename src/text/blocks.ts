import { append, type Repair } from "./append.ts";
import { cellsOf, type Range } from "./cells.ts";
import type { Composed } from "./compose.ts";
import { isMark, type Label } from "./labels.ts";
import { ViewBuilder, type TextView } from "./view.ts";
import { goesOn, isCapitals, startsLow, type Kind, type Wrapping } from "./wrapping.ts";
import type { Zone, ZonedLine } from "./zones.ts";

/** A paragraph, an item, a row of a table or a line of the head: a range of the view. */
export interface Block {
  readonly zone: Zone;
  readonly label: Label | null;
  /** Where the block starts in the view, with its label. */
  readonly start: number;
  /** Where its content starts, after the label. */
  readonly content: number;
  readonly end: number;
  /** The cells of a row, as ranges of the view; null for anything but a row. */
  readonly cells: readonly Range[] | null;
  readonly isRight: boolean;
  /** Counts tables; rows of one table have one number. */
  readonly table: number;
}

interface Draft {
  readonly lines: ZonedLine[];
}

/** Joins lines to paragraphs and lays them out as a view, one line a block. */
export function layOut(
  composed: Composed,
  lines: readonly ZonedLine[],
  wrapping: Wrapping,
  repair: Repair | null,
): { readonly view: TextView; readonly blocks: readonly Block[] } {
  const { text } = composed;
  const builder = new ViewBuilder(composed);
  const blocks: Block[] = [];
  let table = 0;
  let inTable = false;
  for (const { lines: parts } of draftsOf(lines, wrapping)) {
    const [first, ...more] = parts;
    if (first === undefined) continue;
    if (builder.length > 0) builder.replace("\n", first.start, first.start);
    const start = builder.length;
    const isRow =
      first.sort === "row" && first.zone !== "recipients" && first.zone !== "signature" && first.zone !== "head";
    if (isRow && !inTable) table += 1;
    inTable = isRow;
    if (isRow) {
      const cells: Range[] = [];
      for (const [place, cell] of cellsOf(text, first).entries()) {
        if (place > 0) builder.replace("\n", cell.start, cell.start);
        const from = builder.length;
        append(builder, text, cell, repair);
        cells.push({ start: from, end: builder.length });
      }
      blocks.push({
        zone: first.zone,
        label: null,
        start,
        content: start,
        end: builder.length,
        cells,
        isRight: false,
        table,
      });
      continue;
    }
    append(builder, text, { start: first.start, end: first.content }, null);
    const content = builder.length;
    append(builder, text, { start: first.content, end: first.end }, repair);
    let last = first;
    for (const line of more) {
      builder.replace(" ", last.end, line.start);
      append(builder, text, line, repair);
      last = line;
    }
    blocks.push({
      zone: first.zone,
      label: first.label,
      start,
      content,
      end: builder.length,
      cells: null,
      isRight: first.isRight,
      table: 0,
    });
  }
  return { view: builder.finish(), blocks };
}

function draftsOf(lines: readonly ZonedLine[], wrapping: Wrapping): readonly Draft[] {
  const drafts: Draft[] = [];
  // Left and right columns run side by side.
  const open: { left: Draft | null; right: Draft | null } = { left: null, right: null };
  let page = false;
  for (const line of lines) {
    if (line.sort === "page") {
      page = true;
      continue;
    }
    const side = line.isRight ? "right" : "left";
    const draft = open[side];
    if (draft !== null && joins(draft, line, wrapping, page)) draft.lines.push(line);
    else {
      open[side] = { lines: [line] };
      drafts.push(open[side]);
    }
    page = false;
  }
  return drafts;
}

function joins({ lines }: Draft, line: ZonedLine, wrapping: Wrapping, afterPage: boolean): boolean {
  const [first] = lines;
  const last = lines.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    last.zone !== line.zone ||
    line.sort === "row" ||
    last.sort === "row"
  )
    return false;
  switch (line.zone) {
    case "title":
      return true;
    case "kind":
      return false;
    case "head":
      // "V/v …" runs over several lines of its column.
      if (/^v\/ ?v\b/u.test(first.folded))
        return (
          line.label === null &&
          !/^(?:so|s0|s6)\b|ngay\b/u.test(line.folded) &&
          !isCapitals(line.plain) &&
          !MOTTO.test(line.folded) &&
          lines.length < 8
        );
      return (
        isCapitals(last.plain) &&
        isCapitals(line.plain) &&
        line.label === null &&
        !MOTTO.test(last.folded) &&
        !MOTTO.test(line.folded)
      );
    case "ofWhom":
      return true;
    case "signature":
      return false;
    case "recipients":
      return (
        line.label === null && first.label !== null && !/[;,.]["”*]*$/u.test(last.plain) && !isCapitals(line.plain)
      );
    case "address":
    case "opening":
    case "annex":
    case "body":
      if (line.label !== null && !isFalseLabel(last, line, wrapping)) return false;
      // "Phần thứ hai" stands on a line of its own over its title.
      if (lines.length === 1 && TITLED_BELOW.has(first.label?.style ?? "") && first.content >= first.end) return true;
      // A page that ends between them says nothing of the sense.
      return line.label !== null || (afterPage && startsLow(line.plain)) || goesOn(last, line, wrapping, kindOf(first));
  }
}

const TITLED_BELOW: ReadonlySet<string> = new Set(["part", "chapter", "heading"]);
// Matches the national heading, which stands beside the issuer.
const MOTTO = /cong hoa xa hoi chu nghia|doc lap|dang cong san viet nam/u;

function kindOf({ zone, label }: ZonedLine): Kind {
  if (zone === "opening") return "recital";
  return label !== null && (isMark(label.style) || label.style === "letter") ? "item" : "heading";
}

// Matches "Khu Kinh tế⏎- Thương mại", "Sở Lao động⏎- Thương binh": names with a dash inside, which a line breaks at.
const HALF_NAME =
  /(?:[Kk]inh tế\n[-–] (?:[Tt]hương mại|[Xx]ã hội|[Kk]ỹ thuật)|Lao động\n[-–] Thương binh|Thể dục\n[-–] Thể thao|Tài chính\n[-–] Kế hoạch|[Cc]hính trị\n[-–] [Xx]ã hội|Văn hóa\n[-–] (?:Thông tin|Xã hội)|nghề nghiệp\n[-–] Giáo dục thường xuyên|Phát thanh\n[-–] Truyền hình|Nông\n[-–] Lâm)/u;

/** True for a line that only looks like an item: "2025. Các" after "năm", "2. của" inside a sentence. */
function isFalseLabel(last: ZonedLine, line: ZonedLine, wrapping: Wrapping): boolean {
  const { style } = line.label ?? { style: "dash" };
  // "giai đoạn 2026" / "- 2028": the second half of a range.
  if (style === "dash" && /(?:19|20)\d{2}$/u.test(last.plain) && /^[-–—]\s*(?:19|20)\d{2}(?!\d)/u.test(line.plain))
    return true;
  if (style === "dash" && HALF_NAME.test(`${last.plain.slice(-16)}\n${line.plain}`)) return true;
  if (style === "dash")
    return (
      /\p{L}$/u.test(last.plain) &&
      line.blanks === 0 &&
      wrapping.isWrapped &&
      /^[-–—]\s*\p{Ll}/u.test(line.plain) &&
      goesOn(last, { ...line, plain: `X${line.plain}` }, wrapping)
    );
  if (style !== "number" && style !== "step" && style !== "roman") return false;
  return (
    /(?:năm|tháng|ngày|số|khóa|lần thứ|điều|khoản|trên|hơn|đạt|là|quý|và)$/iu.test(last.plain) && wrapping.isWrapped
  );
}

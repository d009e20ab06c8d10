import type { Block } from "./blocks.ts";
import type { Range } from "./cells.ts";
import { isMark, LABEL_STYLES, type LabelStyle } from "./labels.ts";
import type { TextView } from "./view.ts";

/** A place in the outline: a part, an item, a paragraph or a row of a table, with what stands above it. */
export interface SectionNode {
  readonly block: Block;
  readonly parent: SectionNode | null;
  readonly children: SectionNode[];
  /** Printed labels down to here, joined by points: "II.1.b"; marks such as dashes have none of their own. */
  readonly section: string;
  /** The paragraph that ends in ":" and leads up to this item, where it is not the parent. */
  readonly intro: SectionNode | null;
  /** 1-based place among the items or paragraphs of its kind under its labels. */
  readonly ordinal: number;
  readonly style: LabelStyle | "paragraph" | "row";
  /** Where the content stands: a row's is the cell that says what is to be done. */
  readonly content: Range;
  readonly row: TableRow | null;
}

/** A row with a number: rows without one below it go on under it. */
interface NumberedRow {
  readonly table: number;
  readonly group: string;
  readonly section: string;
  readonly row: TableRow;
}

/** The cells of a row by what their column is for. */
export interface TableRow {
  readonly leads: readonly Range[];
  readonly cooperates: readonly Range[];
  readonly time: Range | null;
}

const RANK: ReadonlyMap<string, number> = new Map(LABEL_STYLES.map((style, place) => [style, place]));
const INTRO = /:["”*\s]*$/u;

/** The outline of the blocks that have parts: the body and annexes. */
export function sectionsOf({
  view,
  blocks,
}: {
  readonly view: TextView;
  readonly blocks: readonly Block[];
}): readonly SectionNode[] {
  const nodes: SectionNode[] = [];
  const stack: SectionNode[] = [];
  const ordinals = new Map<string, number>();
  let intro: SectionNode | null = null;
  let columns: Columns | null = null;
  let table = 0;
  let group = "";
  let numbered: NumberedRow | null = null;
  const add = (node: SectionNode): void => {
    nodes.push(node);
    node.parent?.children.push(node);
  };
  // A letter or a telegram without parts gives its orders in plain paragraphs.
  const isPlain = !blocks.some(({ zone, label }) => zone === "body" && label !== null);
  for (const block of blocks) {
    if (block.zone !== "body" && block.zone !== "annex" && !(isPlain && block.zone === "opening")) continue;
    const content = { start: block.content, end: block.end };
    if (block.cells !== null) {
      if (block.table !== table) {
        ({ table } = block);
        columns = columnsOf(view, block.cells);
        group = "";
        if (columns !== null) continue;
      }
      if (columns === null) continue;
      while (isMark(stack.at(-1)?.style as LabelStyle)) stack.pop();
      const parent = stack.at(-1) ?? null;
      const at = (place: number | undefined): Range | null =>
        place === undefined ? null : (block.cells?.[place] ?? null);
      const printed = (cell: Range | null): string =>
        cell === null ? "" : view.text.slice(cell.start, cell.end).trim();
      const number = printed(at(columns.number)).replace(/(?<![.)])[.)]+$/u, "");
      const task = at(columns.task);
      const others = block.cells.filter((_, place) => place !== columns?.number && place !== columns?.task);
      if (task === null || printed(task) === "") {
        const only = block.cells.filter((cell) => printed(cell) !== "");
        if (only.length === 1 && only[0] !== undefined)
          group = /^(?<n>[IVX]+|[A-H]|\d+)[.)]?\s/u.exec(printed(only[0]))?.groups?.["n"] ?? group;
        continue;
      }
      // A row that says the same in every cell was one cell once.
      const isMerged =
        block.cells.length > 2 && others.length > 0 && others.every((cell) => printed(cell) === printed(task));
      if (
        isMerged ||
        (others.every((cell) => printed(cell) === "") && (/^(?:[IVX]+|[A-H])$/u.test(number) || number === ""))
      ) {
        if (number !== "") group = number;
        continue;
      }
      // A row without a number goes on under the number above it, whose merged cells it shares.
      const above: NumberedRow | null =
        number === "" && numbered?.table === block.table && numbered.group === group ? numbered : null;
      const filled = (cells: readonly Range[], shared: readonly Range[] | undefined): readonly Range[] =>
        cells.every((cell) => printed(cell) === "") ? (shared ?? cells) : cells;
      const section: string =
        above?.section ?? [parent?.section ?? "", group, number].filter((step) => step !== "").join(".");
      const key = `${section} row`;
      const ordinal = (ordinals.get(key) ?? 0) + 1;
      ordinals.set(key, ordinal);
      const ownTime = at(columns.time);
      const row: TableRow = {
        leads: filled(
          columns.leads.flatMap((place) => at(place) ?? []),
          above?.row.leads,
        ),
        cooperates: filled(
          columns.cooperates.flatMap((place) => at(place) ?? []),
          above?.row.cooperates,
        ),
        time: printed(ownTime) === "" ? (above?.row.time ?? ownTime) : ownTime,
      };
      if (number !== "") numbered = { table: block.table, group, section, row };
      add({ block, parent, children: [], section, intro: null, ordinal, style: "row", content: task, row });
      continue;
    }
    const label = block.label;
    if (label === null) {
      while (stack.length > 0 && isMark(stack.at(-1)?.style as LabelStyle)) stack.pop();
      const parent = stack.at(-1) ?? null;
      if (block.zone === "annex") {
        if (parent === null || parent.style === "annex") continue;
      }
      const node = nodeOf(block, parent, null, parent?.section ?? "", "paragraph", content, ordinals);
      add(node);
      intro = INTRO.test(view.text.slice(block.content, block.end)) ? node : null;
      continue;
    }
    if (label.style === "annex") {
      stack.length = 0;
      intro = null;
    }
    closeTo(stack, label.style, label.text, view);
    const parent = stack.at(-1) ?? null;
    const section = isMark(label.style) ? (parent?.section ?? "") : sectionBelow(parent, label.style, label.text);
    const node = nodeOf(
      block,
      parent,
      parent === intro?.parent ? intro : null,
      section,
      label.style,
      content,
      ordinals,
    );
    if (parent !== (intro?.parent ?? null)) if (intro !== null && !isUnder(parent, intro.parent)) intro = null;
    add(node);
    stack.push(node);
  }
  return nodes;
}

/** True for an article that leads up to parts, itself or by the paragraph below it. */
function hasIntro(article: SectionNode, view: TextView): boolean {
  return [article, ...article.children].some(({ content }) => INTRO.test(view.text.slice(content.start, content.end)));
}

function isUnder(node: SectionNode | null, above: SectionNode | null): boolean {
  for (let step = node; step !== null; step = step.parent) if (step === above) return true;
  return above === null;
}

function nodeOf(
  block: Block,
  parent: SectionNode | null,
  intro: SectionNode | null,
  section: string,
  style: SectionNode["style"],
  content: Range,
  ordinals: Map<string, number>,
): SectionNode {
  const key = `${parent === null ? "" : String(parent.block.start)} ${style}`;
  const ordinal = (ordinals.get(key) ?? 0) + 1;
  ordinals.set(key, ordinal);
  return { block, parent, children: [], section, intro, ordinal, style, content, row: null };
}

function rank(style: string): number {
  return RANK.get(style) ?? 99;
}

/** Closes what a new label ends: everything of its rank and below. */
function closeTo(stack: SectionNode[], style: LabelStyle, text: string, view: TextView): void {
  for (;;) {
    const top = stack.at(-1);
    if (top === undefined) return;
    const label = top.block.label;
    if (label === null) return;
    if (style === "step" && top.style === "step") {
      // "2.1.3" lies below "2.1".
      if (text.startsWith(`${label.text}.`)) return;
      stack.pop();
      continue;
    }
    // A dash below a star only where the star introduces it.
    if (
      style === "dash" &&
      top.style === "star" &&
      !isHeadOfDashes(view.text.slice(top.content.start, top.content.end))
    ) {
      stack.pop();
      continue;
    }
    // The parts of a plan that an article approves stand below it: "Điều 1. Phê duyệt … như sau:" over "I.".
    if (style === "roman" && top.style === "article" && INTRO.test(view.text.slice(top.content.start, top.content.end)))
      return;
    if (style === "article" && stack.some((open) => open.style === "article")) {
      stack.pop();
      continue;
    }
    if (rank(top.style) < rank(style)) return;
    if (
      style === "roman" &&
      top.style !== "roman" &&
      stack.some((open) => open.style === "article") &&
      !stack.some((open) => open.style === "roman")
    ) {
      const article = stack.find((open) => open.style === "article");
      if (article !== undefined && hasIntro(article, view)) {
        while (stack.at(-1) !== article) stack.pop();
        return;
      }
    }
    if (style === "roman" && top.style === "roman" && stack.at(-2)?.style === "article") {
      stack.pop();
      return;
    }
    stack.pop();
  }
}

/** "* Năm 2025" stands over dashes, "* Sở A lãnh đạo thực hiện." beside them. */
function isHeadOfDashes(text: string): boolean {
  return INTRO.test(text) || (text.length < 60 && !/[.;]["”*\s]*$/u.test(text));
}

function sectionBelow(parent: SectionNode | null, style: LabelStyle, text: string): string {
  if (parent === null) return text;
  if (style === "step") {
    // "2.1" says its "2" again, "I.1" its "I".
    const above = parent.section.split(".");
    const steps = text.split(".");
    for (let shared = Math.min(steps.length - 1, above.length); shared > 0; shared--)
      if (above.slice(-shared).join(".") === steps.slice(0, shared).join("."))
        return [...above.slice(0, -shared), text].join(".");
  }
  return parent.section === "" ? text : `${parent.section}.${text}`;
}

interface Columns {
  readonly number: number | undefined;
  readonly task: number;
  readonly leads: readonly number[];
  readonly cooperates: readonly number[];
  readonly time: number | undefined;
}

/** Reads a table's head; null where the table neither assigns tasks nor lists aims, one a row. */
function columnsOf(view: TextView, cells: readonly Range[]): Columns | null {
  const heads = cells.map((cell) => view.folded.slice(cell.start, cell.end));
  const find = (pattern: RegExp): number | undefined => {
    const place = heads.findIndex((head) => pattern.test(head));
    return place < 0 ? undefined : place;
  };
  const number = find(/^(?:stt|tt|so tt|so thu tu)\b/u);
  const leads = heads.flatMap((head, place) =>
    /chu tri|thuc hien chinh|co quan thuc hien|don vi thuc hien|dau moi|chiu trach nhiem|phan cong|co quan tham muu/u.test(
      head,
    ) &&
    !/^(?:noi dung|nhiem vu|ten)/u.test(head) &&
    !/thoi gian|phoi hop(?!.*chu tri)/u.test(head)
      ? [place]
      : [],
  );
  const cooperates = heads.flatMap((head, place) => (/phoi hop/u.test(head) && !leads.includes(place) ? [place] : []));
  const time = find(/thoi gian|thoi han|tien do|han hoan thanh|hoan thanh|lo trinh/u);
  const task = find(
    /^(?:noi dung|nhiem vu|ten|cong viec|hoat dong|cac nhiem vu|danh muc|giai phap|muc tieu.*nhiem vu)|nhiem vu|cong viec|noi dung/u,
  );
  const aims = find(/^(?:cac )?(?:chi tieu|muc tieu)(?: cu the| chu yeu)?$/u);
  if (aims !== undefined && heads.length === (number === undefined ? 1 : 2))
    return { number, task: aims, leads: [], cooperates: [], time: undefined };
  if (leads.length === 0 || task === undefined || leads.includes(task)) return null;
  return { number, task, leads, cooperates, time: time === task ? undefined : time };
}

import { tableBlocks, type Block } from "../blocks.ts";
import { fontEncoding, FontRuns, isUnicode, type LegacyFont } from "../legacy-font.ts";
import { flowInto, newParagraph, newTable, type Flow, type Table } from "./flow.ts";
import type { Labels } from "./numbering.ts";
import { isOn, setFont, type RunLook, type Styles } from "./styles.ts";
import type { Attributes, XmlEvents } from "./xml.ts";

export interface BodyContext {
  readonly styles: Styles;
  readonly labels: Labels;
  /** Legacy fonts are only names in this file: its letters are Unicode. */
  readonly unicodeFonts?: boolean;
}

/** What is left out as no reader sees it, old properties among it. `mc:Fallback` says again what `mc:Choice` said. */
const SKIPPED: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "mc:Fallback",
  "sectPr",
  "sdtPr",
  "instrText",
  "delText",
  "rt",
]);
const MOST_COVERED = 200_000;

/** Reads the paragraphs, tables, text boxes and notes of one part, as Word shows them with all changes accepted. */
export class Body implements XmlEvents {
  readonly blocks: Block[] = [];
  /** The blocks of each footnote or endnote of the part, by id. */
  readonly notes = new Map<string, Block[]>();
  /** Ids of notes in the order of their marks, each with its part's kind. */
  readonly references: string[] = [];
  readonly fonts = new FontRuns();
  changes = 0;
  hidden = 0;
  embedded = 0;
  /** Letters in legacy fonts: in words that can only be Unicode, and in all others. */
  readonly legacy = { unicode: 0, other: 0 };
  /** Words drawn as pictures, such as a watermark: not part of the text, but a stamp may be one. */
  readonly drawn: string[] = [];
  readonly #context: BodyContext;
  readonly #flows: Flow[] = [];
  readonly #fields: ("code" | "result")[] = [];
  readonly #path: string[] = [];
  #run: RunLook & { style?: string } = {};
  #skip = 0;
  #covered = 0;

  constructor(context: BodyContext) {
    this.#context = context;
    this.#flows.push(flowInto(this.blocks));
  }

  get #flow(): Flow {
    const flow = this.#flows.at(-1);
    if (flow === undefined) throw new Error("the body has no flow: its part was closed too often");
    return flow;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    if (this.#skip > 0 || (SKIPPED.has(name) && parent !== "rPr" && parent !== "trPr") || name.endsWith("Change")) {
      if (this.#skip === 0 && (name === "del" || name === "moveFrom")) this.changes += 1;
      this.#skip += 1;
      return;
    }
    if (attributes["string"] !== undefined) this.drawn.push(attributes["string"]);
    this.#openBlock(name, attributes);
    this.#openProperty(name, attributes, parent);
    this.#openLetter(name, attributes);
  }

  #openBlock(name: string, attributes: Attributes): void {
    switch (name) {
      case "p":
        this.#flow.paragraph = this.#flow.joined ?? newParagraph(this.fonts.converted);
        this.#flow.joined = null;
        break;
      case "r":
        this.#run = {};
        break;
      case "tbl":
        this.#flow.tables.push(newTable());
        break;
      case "tr":
        this.#table((table) => {
          table.row = [];
          table.rowDeleted = false;
        });
        break;
      case "tc":
        this.#table((table) => {
          table.cell = [];
          table.span = 1;
          table.continued = false;
        });
        break;
      case "txbxContent":
        this.#flows.push(flowInto([]));
        break;
      case "footnote":
      case "endnote": {
        const blocks: Block[] = [];
        this.#flows.push(flowInto(blocks));
        if (attributes["type"] === undefined || attributes["type"] === "normal")
          this.notes.set(`${name}:${attributes["id"] ?? ""}`, blocks);
        break;
      }
      case "ins":
      case "moveTo":
        this.changes += 1;
        break;
      case "altChunk":
      case "object":
        this.embedded += 1;
        break;
    }
  }

  #openProperty(name: string, attributes: Attributes, parent: string): void {
    const value = attributes["val"];
    const paragraph = this.#flow.paragraph;
    if (parent === "rPr" && this.#path.at(-3) === "pPr") {
      if ((name === "del" || name === "moveFrom") && paragraph) paragraph.joined = true;
      return;
    }
    if (parent === "rPr") {
      if (name === "rFonts") setFont(this.#run, attributes["ascii"] ?? attributes["hAnsi"]);
      else if (name === "vanish") this.#run.vanish = isOn(value);
      else if (name === "caps") this.#run.caps = isOn(value);
      else if (name === "rStyle" && value !== undefined) this.#run.style = value;
    } else if (parent === "pPr" && paragraph) {
      if (name === "pStyle") paragraph.style = value;
      else if (name === "jc") paragraph.centred = value === "center";
    } else if (parent === "numPr" && paragraph) {
      if (name === "numId" && value !== undefined) paragraph.number.numId = value;
      else if (name === "ilvl") paragraph.number.level = Math.min(Math.max(Math.trunc(Number(value)) || 0, 0), 8);
    } else if (parent === "trPr") {
      if (name === "gridBefore") this.#table((table) => this.#cover(table.row, Number(value) || 0));
      else if (name === "del") this.#table((table) => (table.rowDeleted = true));
    } else if (parent === "tcPr") {
      if (name === "gridSpan") this.#table((table) => (table.span = Number(value) || 1));
      else if (name === "vMerge") this.#table((table) => (table.continued = value !== "restart"));
    } else if (parent === "tblPr" && name === "tblStyle") {
      const bordered = this.#context.styles.look(value, "bordered") === true;
      this.#table((table) => (table.bordered ||= bordered));
    } else if ((parent === "tblBorders" || parent === "tcBorders") && isOn(value) && value !== "nil") {
      this.#table((table) => (table.bordered = true));
    }
  }

  #openLetter(name: string, attributes: Attributes): void {
    switch (name) {
      case "tab":
        if (this.#path.at(-2) === "r") this.#add("\t");
        break;
      case "ptab":
        this.#add("\t");
        break;
      case "br":
      case "cr":
        if (this.#path.at(-2) === "r") this.#add("\n");
        break;
      case "noBreakHyphen":
        this.#add("-");
        break;
      case "softHyphen":
        // The letter "ư" of TCVN3 stands where Latin-1 has its soft hyphen.
        if (this.#legacyFont() !== null) this.#add("\u00ad");
        break;
      case "sym":
        this.#add("•");
        break;
      case "footnoteReference":
      case "endnoteReference":
        this.references.push(`${name.replace("Reference", "")}:${attributes["id"] ?? ""}`);
        this.#add(`[${this.references.length}]`);
        break;
      case "fldChar":
        if (attributes["fldCharType"] === "begin") this.#fields.push("code");
        else if (attributes["fldCharType"] === "separate") this.#fields.splice(-1, 1, "result");
        else if (attributes["fldCharType"] === "end") this.#fields.pop();
        break;
    }
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (this.#skip === 0 && (name === "t" || name === "m:t")) this.#add(text);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    switch (name) {
      case "p":
        this.#closeParagraph();
        break;
      case "tc":
        this.#table((table) => {
          table.row.push(table.continued ? [] : table.cell);
          this.#cover(table.row, table.span - 1);
        });
        break;
      case "tr":
        this.#table((table) => {
          if (!table.rowDeleted) table.rows.push(table.row);
        });
        break;
      case "tbl":
        this.#closeTable();
        break;
      case "txbxContent": {
        const box = this.#flows.pop();
        const anchor = this.#flow.paragraph?.boxes ?? this.#flow.blocks;
        for (const block of box?.blocks ?? []) anchor.push(block);
        break;
      }
      case "footnote":
      case "endnote":
        this.#flows.pop();
        break;
    }
  }

  #closeParagraph(): void {
    const flow = this.#flow;
    const paragraph = flow.paragraph;
    flow.paragraph = null;
    if (paragraph === null) return;
    if (paragraph.joined) {
      flow.joined = { ...paragraph, joined: false, number: {}, style: undefined };
      return;
    }
    const words = paragraph.runs.take();
    const label = this.#context.labels.next(paragraph.number, paragraph.style, this.#context.styles);
    if (words.trim() !== "") {
      const centred = paragraph.centred ?? this.#context.styles.look(paragraph.style, "centred") === true;
      this.#put({ kind: "paragraph", text: label + words.trim(), tight: centred && flow.lastCentred });
      flow.lastCentred = centred;
    } else flow.lastCentred = false;
    for (const block of paragraph.boxes) this.#put(block);
  }

  #put(block: Block): void {
    const flow = this.#flow;
    const cell = flow.tables.at(-1)?.cell;
    if (cell === undefined) flow.blocks.push(block);
    else if (block.kind === "paragraph") cell.push(block.text);
    else for (const row of block.grid) cell.push(row.flat().join(" "));
  }

  /** A table inside a cell becomes lines of that cell, one a row. */
  #closeTable(): void {
    const table = this.#flow.tables.pop();
    if (table === undefined) return;
    this.#flow.lastCentred = false;
    const nested = this.#flow.tables.length > 0;
    const blocks = nested ? [{ kind: "table", grid: table.rows } as const] : tableBlocks(table.rows, table.bordered);
    for (const block of blocks) this.#put(block);
  }

  #table(change: (table: Table) => void): void {
    const table = this.#flow.tables.at(-1);
    if (table !== undefined) change(table);
  }

  #cover(row: (readonly string[])[], count: number): void {
    const most = Math.min(count, MOST_COVERED - this.#covered);
    for (let index = 0; index < most; index += 1) row.push([]);
    this.#covered += Math.max(most, 0);
  }

  #font(): string | undefined {
    const { styles } = this.#context;
    const style = this.#flow.paragraph?.style;
    return (
      this.#run.font ??
      (this.#run.style === undefined ? undefined : styles.look(this.#run.style, "font")) ??
      styles.look(style, "font") ??
      styles.defaultFont
    );
  }

  #legacyFont(): LegacyFont {
    return this.#context.unicodeFonts === true ? null : fontEncoding(this.#font() ?? "");
  }

  #add(text: string): void {
    const paragraph = this.#flow.paragraph;
    if (paragraph === null || this.#fields.includes("code")) return;
    const { styles } = this.#context;
    const look = (key: "vanish" | "caps"): boolean =>
      this.#run[key] ??
      (this.#run.style === undefined ? undefined : styles.look(this.#run.style, key)) ??
      styles.look(paragraph.style, key) ??
      false;
    if (look("vanish")) {
      this.hidden += text.length;
      return;
    }
    const font = this.#legacyFont();
    if (font !== null) this.legacy[isUnicode(text) ? "unicode" : "other"] += text.length;
    if (!look("caps")) paragraph.runs.add(text, font);
    else if (font === "tcvn3") paragraph.runs.add(text, "tcvn3-capitals");
    else paragraph.runs.add(text.toLocaleUpperCase("vi"), font);
  }
}

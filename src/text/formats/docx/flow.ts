import type { Block } from "../blocks.ts";
import { FontRuns } from "../legacy-font.ts";
import type { NumberReference } from "./styles.ts";

export interface Paragraph {
  readonly runs: FontRuns;
  number: NumberReference;
  style: string | undefined;
  centred: boolean | undefined;
  /** Its end was deleted under tracked changes: the next paragraph goes on where it stops. */
  joined: boolean;
  /** Blocks of text boxes anchored in it: they stand after it. */
  readonly boxes: Block[];
}

export interface Table {
  readonly rows: (readonly string[])[][];
  bordered: boolean;
  row: (readonly string[])[];
  rowDeleted: boolean;
  cell: string[];
  span: number;
  continued: boolean;
}

/** Where finished paragraphs go: the body, a text box, a note; inside a table its open cell. */
export interface Flow {
  blocks: Block[];
  readonly tables: Table[];
  paragraph: Paragraph | null;
  joined: Paragraph | null;
  lastCentred: boolean;
}

export function flowInto(blocks: Block[]): Flow {
  return { blocks, tables: [], paragraph: null, joined: null, lastCentred: false };
}

export function newParagraph(converted: FontRuns["converted"]): Paragraph {
  return { runs: new FontRuns(converted), number: {}, style: undefined, centred: undefined, joined: false, boxes: [] };
}

export function newTable(): Table {
  return { rows: [], bordered: false, row: [], rowDeleted: false, cell: [], span: 1, continued: false };
}

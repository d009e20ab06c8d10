import { strToU8, zipSync } from "fflate";
import { visible } from "../../../formats/visible.ts";
import type { CellValue, TableData } from "./table-data.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const LONGEST_CELL = 32_767;

/** A workbook of one sheet (ECMA-376): a bold first row that stays in view, a filter on it, wide columns; texts as texts, so that nothing runs as a formula. */
export function xlsx(table: TableData): Uint8Array<ArrayBuffer> {
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(table.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet(table),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function sheet({ head, rows }: TableData): string {
  const last = `${column(Math.max(head.length, 1) - 1)}${String(rows.length + 1)}`;
  const widths = head.map((title, index) => {
    const longest = Math.max(title.length, ...rows.slice(0, 200).map((row) => String(row[index] ?? "").length));
    return `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(Math.min(60, longest + 2))}" customWidth="1"/>`;
  });
  const lines = [head, ...rows].map(
    (row, index) =>
      `<row r="${String(index + 1)}">${row.map((value, at) => cell(value, `${column(at)}${String(index + 1)}`, index === 0 ? 1 : 2)).join("")}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function cell(value: CellValue, at: string, style: number): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${at}" s="${String(style)}"><v>${String(value)}</v></c>`;
  return `<c r="${at}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(visible(value).slice(0, LONGEST_CELL))}</t></is></c>`;
}

/** 0 is "A", 26 is "AA". */
export function column(index: number): string {
  const before = Math.floor(index / 26);
  return (before === 0 ? "" : column(before - 1)) + String.fromCharCode(65 + (index % 26));
}

function sheetName(name: string): string {
  const allowed = name
    .replaceAll(/[[\]:*?/\\]/gu, " ")
    .slice(0, 31)
    .trim();
  return escaped(allowed === "" ? "Mandate" : allowed);
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

import type { Grid } from "../blocks.ts";
import type { FontRuns } from "../legacy-font.ts";
import { linePitch, paragraphs } from "./cell-paragraphs.ts";
import type { Glyph } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import type { Rule } from "./rules.ts";

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and end. */
  readonly edges: readonly number[];
  readonly grid: Grid;
}

/** Lines this close are one. */
const NEAR = 2.5;
const MOST_CROSSINGS = 4_000_000;
const MOST_CELLS = 20_000;

/** The tables whose cells are drawn with lines, and the letters that stand in none of them. */
export function ruledTables(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  fonts: FontRuns,
): { readonly tables: readonly RuledTable[]; readonly rest: readonly Glyph[] } {
  let rest = glyphs;
  const tables: RuledTable[] = [];
  for (const group of connected(
    merged(rules.filter((rule) => rule.level)),
    merged(rules.filter((rule) => !rule.level)),
  )) {
    const xs = distinct(group.filter((rule) => !rule.level));
    const ys = distinct(group.filter((rule) => rule.level));
    if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > MOST_CELLS) continue;
    const frame = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    const inside = rest.filter((glyph) => isInside(glyph, frame));
    if (inside.length === 0) continue;
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
    tables.push({ top: frame.top, bottom: frame.bottom, edges: xs, grid: gridOf(inside, group, xs, ys, fonts) });
  }
  return { tables: tables.sort((one, other) => one.top - other.top), rest };
}

function middle(glyph: Glyph): readonly [number, number] {
  return [(glyph.x + glyph.end) / 2, glyph.y - 0.3 * glyph.size];
}

function isInside(glyph: Glyph, frame: { left: number; right: number; top: number; bottom: number }): boolean {
  const [x, y] = middle(glyph);
  return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
}

/** Pieces of one line as one: programs draw a border cell by cell. */
function merged(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at);
  const bundles: Rule[][] = [];
  for (const rule of sorted) {
    const bundle = bundles.at(-1);
    if (bundle?.[0] && rule.at - bundle[0].at <= NEAR) bundle.push(rule);
    else bundles.push([rule]);
  }
  return bundles.flatMap((bundle) => {
    const result: { level: boolean; at: number; from: number; to: number }[] = [];
    for (const rule of bundle.sort((one, other) => one.from - other.from)) {
      const last = result.at(-1);
      if (last && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to);
      else result.push({ ...rule });
    }
    return result;
  });
}

/** Groups of lines that cross or touch each other. */
function connected(levels: readonly Rule[], uprights: readonly Rule[]): readonly (readonly Rule[])[] {
  if (levels.length * uprights.length > MOST_CROSSINGS) return [];
  const parents = new Map<Rule, Rule>();
  const root = (rule: Rule): Rule => {
    let top = rule;
    for (let above = parents.get(top); above && above !== top; above = parents.get(top)) top = above;
    return top;
  };
  for (const level of levels)
    for (const upright of uprights) if (crosses(level, upright)) parents.set(root(level), root(upright));
  const groups = new Map<Rule, Rule[]>();
  for (const rule of [...levels, ...uprights]) {
    const top = root(rule);
    groups.set(top, [...(groups.get(top) ?? []), rule]);
  }
  return [...groups.values()].filter((group) => group.length >= 4);
}

function crosses(level: Rule, upright: Rule): boolean {
  return (
    upright.at >= level.from - NEAR &&
    upright.at <= level.to + NEAR &&
    level.at >= upright.from - NEAR &&
    level.at <= upright.to + NEAR
  );
}

function distinct(rules: readonly Rule[]): readonly number[] {
  const result: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((one, other) => one - other))
    if (at - (result.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) result.push(at);
  return result;
}

/** Cells without a line between them are one, its words where it begins. */
function gridOf(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
  fonts: FontRuns,
): Grid {
  const columns = xs.length - 1;
  const height = ys.length - 1;
  const parents = Array.from({ length: columns * height }, (_none, index) => index);
  const root = (index: number): number => {
    let top = index;
    while (parents[top] !== top) top = parents[top] ?? top;
    return top;
  };
  const unite = (one: number, other: number): void => {
    const [first, second] = [root(one), root(other)];
    parents[Math.max(first, second)] = Math.min(first, second);
  };
  const isDrawn = (level: boolean, at = 0, from = 0, to = 0): boolean => {
    let covered = 0;
    for (const rule of rules)
      if (rule.level === level && Math.abs(rule.at - at) <= NEAR)
        covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    return covered >= 0.6 * (to - from);
  };
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (column + 1 < columns && !isDrawn(false, xs[column + 1], ys[row], ys[row + 1])) unite(cell, cell + 1);
      if (row + 1 < height && !isDrawn(true, ys[row + 1], xs[column], xs[column + 1])) unite(cell, cell + columns);
    }
  const cells = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const [x, y] = middle(glyph);
    const column = xs.findLastIndex((edge) => edge <= x);
    const row = ys.findLastIndex((edge) => edge <= y);
    const cell = root(Math.min(row, height - 1) * columns + Math.min(column, columns - 1));
    const inCell = cells.get(cell);
    if (inCell) inCell.push(glyph);
    else cells.set(cell, [glyph]);
  }
  const rightEdge = (cell: number): number => {
    const row = Math.floor(cell / columns);
    let column = cell % columns;
    while (column + 1 < columns && root(row * columns + column + 1) === cell) column += 1;
    return xs[column + 1] ?? 0;
  };
  const lines = new Map([...cells].map(([cell, inCell]) => [cell, linesOf(inCell, fonts, false)]));
  const pitch = linePitch([...lines.values()]);
  return Array.from({ length: height }, (_none, row) =>
    Array.from({ length: columns }, (_nothing, column) => {
      const cell = row * columns + column;
      return paragraphs(lines.get(cell) ?? [], pitch, xs[column] ?? 0, rightEdge(cell));
    }),
  );
}

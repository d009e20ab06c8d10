import { apply, type Matrix } from "./matrix.ts";

/** A straight line of the page, level or upright, as a table's borders are. */
export interface Rule {
  readonly level: boolean;
  /** Its y where it is level, its x where it is upright. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thinner filled boxes are lines. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 4;

/** The level and upright lines of a path: its strokes, or the thin boxes that are filled. */
export function pathRules(path: ArrayLike<number>, matrix: Matrix, stroked: boolean): Rule[] {
  const rules: Rule[] = [];
  let points: (readonly [number, number])[] = [];
  const finish = (): void => {
    if (points.length >= 2) {
      if (stroked)
        for (let index = 1; index < points.length; index += 1) addRule(rules, points[index - 1], points[index]);
      else addThinBox(rules, points);
    }
    points = [];
  };
  for (let at = 0; at < path.length;) {
    const operation = path[at];
    const count = operation === 2 ? 6 : operation === 3 ? 4 : operation === 4 ? 0 : 2;
    if (operation === 0) finish();
    if (operation === 0 || operation === 1) points.push(apply(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0));
    else if (operation === 4 && points[0]) points.push(points[0]);
    else points = [];
    at += 1 + count;
  }
  finish();
  return rules;
}

function addRule(rules: Rule[], first?: readonly [number, number], second?: readonly [number, number]): void {
  if (first === undefined || second === undefined) return;
  const width = Math.abs(first[0] - second[0]);
  const height = Math.abs(first[1] - second[1]);
  if (height < 1 && width >= SHORTEST_RULE)
    rules.push({
      level: true,
      at: (first[1] + second[1]) / 2,
      from: Math.min(first[0], second[0]),
      to: Math.max(first[0], second[0]),
    });
  else if (width < 1 && height >= SHORTEST_RULE)
    rules.push({
      level: false,
      at: (first[0] + second[0]) / 2,
      from: Math.min(first[1], second[1]),
      to: Math.max(first[1], second[1]),
    });
}

function addThinBox(rules: Rule[], points: readonly (readonly [number, number])[]): void {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST_RULE) addRule(rules, [left, (top + bottom) / 2], [right, (top + bottom) / 2]);
  else if (right - left <= THICKEST_RULE) addRule(rules, [(left + right) / 2, top], [(left + right) / 2, bottom]);
}

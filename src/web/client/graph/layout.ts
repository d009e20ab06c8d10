import { graphlib, layout } from "@dagrejs/dagre";

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
export interface Line {
  readonly id: string;
  /** Room for words beside the line. */
  readonly label?: { readonly width: number; readonly height: number };
  readonly from: string;
  readonly to: string;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Laid {
  readonly width: number;
  readonly height: number;
  /** The middle of each box. */
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
  /** The middle of the room for each line's words. */
  readonly labels: ReadonlyMap<string, Point>;
}

/** What dagre writes on the labels that it was given: its own types leave them open. */
interface Placed {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly points?: readonly Point[];
}

/** Places boxes in layers so that lines run from top to bottom (or from left to right), each `from` before its `to`. */
export function layered(boxes: readonly Box[], lines: readonly Line[], direction: "TB" | "LR" = "TB"): Laid {
  const graph = new graphlib.Graph({ multigraph: true });
  const many = boxes.length > 120;
  graph.setGraph({
    rankdir: direction,
    nodesep: many ? 14 : 26,
    ranksep: many ? 90 : 70,
    edgesep: 12,
    marginx: 16,
    marginy: 16,
    ranker: many ? "longest-path" : "network-simplex",
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const known = new Set(boxes.map(({ id }) => id));
  const drawn = lines.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  for (const { id, from, to, label } of drawn) graph.setEdge(from, to, { ...label, labelpos: "c" }, id);
  layout(graph);
  const size = graph.graph() as Placed;
  const boxOf = (id: string): Placed => graph.node(id) as Placed;
  const lineOf = ({ id, from, to }: Line): Placed => graph.edge(from, to, id) as Placed;
  return {
    width: Math.max(size.width ?? 0, 120),
    height: Math.max(size.height ?? 0, 60),
    boxes: new Map(boxes.map(({ id }) => [id, { x: boxOf(id).x ?? 0, y: boxOf(id).y ?? 0 }])),
    lines: new Map(drawn.map((line) => [line.id, lineOf(line).points ?? []])),
    labels: new Map(
      drawn.flatMap((line) => {
        const { x, y } = lineOf(line);
        return line.label === undefined || x === undefined || y === undefined ? [] : [[line.id, { x, y }] as const];
      }),
    ),
  };
}

/** A soft line through points. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const parts = [`M${at(first)}`];
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) parts.push(`L${at(point)}`);
    else parts.push(`Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`);
  });
  return parts.join("");
}

const at = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** Breaks words into lines of about so many letters; the last one is clipped. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? "").slice(0, letters - 1)}…`;
  return kept;
}

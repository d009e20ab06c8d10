import { graphlib, layout } from "@dagrejs/dagre";

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
export interface Line {
  readonly id: string;
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
  for (const { id, from, to } of drawn) graph.setEdge(from, to, {}, id);
  layout(graph);
  const size = graph.graph();
  return {
    width: Math.max(size.width ?? 0, 120),
    height: Math.max(size.height ?? 0, 60),
    boxes: new Map(boxes.map(({ id }) => [id, { x: graph.node(id).x ?? 0, y: graph.node(id).y ?? 0 }])),
    lines: new Map(drawn.map(({ id, from, to }) => [id, graph.edge(from, to, id).points ?? []])),
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

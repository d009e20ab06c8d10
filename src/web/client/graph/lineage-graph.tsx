import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Lineage, LineageLink } from "../ask/document.ts";
import { changed, documentAddress } from "../core/url.ts";
import { mermaid } from "../exports/mermaid.ts";
import { fileName, save } from "../exports/save.ts";
import { documentDay } from "../words/format.ts";
import { type Say, useWords } from "../words/say.ts";
import { Canvas } from "./canvas.tsx";
import { curve, layered, type Point, wrapped } from "./layout.ts";

const WIDTH = 276;
const HEIGHT = 74;

export const linkKey = ({ from, to, relation }: Pick<LineageLink, "from" | "to" | "relation">): string =>
  `${from} ${relation} ${to}`;

interface Props {
  readonly lineage: Lineage;
  readonly chosen: string | null;
  readonly tools?: JSX.Element;
  /** The tasks of one document, drawn beneath it. */
  readonly tasks?: {
    readonly document: string;
    readonly items: readonly { readonly id: string; readonly label: string }[];
  } | null;
}

/** Ancestors on top; solid boxes were read, dashed ones are only cited; arrows point to what is carried out, dashed where the link is indirect. */
export function LineageGraph({ lineage, chosen, tools, tasks = null }: Props): JSX.Element {
  const { say, language } = useWords();
  const list = useMemo(
    () =>
      tasks === null
        ? null
        : { ...tasks, id: "tasks", items: tasks.items.slice(0, MOST_TASKS), left: tasks.items.length - MOST_TASKS },
    [tasks],
  );
  const laid = useMemo(() => {
    const boxes = lineage.nodes.map(({ document }) => ({ id: document.id, width: WIDTH, height: HEIGHT }));
    const lines = lineage.links.map((link) => ({
      id: linkKey(link),
      from: link.to,
      to: link.from,
      label: { width: widthOf(labelOf(link, say)), height: 18 },
    }));
    if (list === null) return layered(boxes, lines);
    const height = 18 * (list.items.length + (list.left > 0 ? 1 : 0)) + 16;
    return layered(
      [...boxes, { id: list.id, width: 420, height }],
      [...lines, { id: list.id, from: list.document, to: list.id }],
    );
  }, [lineage, list, language]);
  const name = say("graphOf", { name: lineage.root.name ?? lineage.root.id });
  const exports = [
    {
      label: say("mermaid"),
      run: () => save(fileName(name, "mmd"), "text/plain;charset=utf-8", mermaid(lineage, say)),
    },
  ];
  return (
    <Canvas
      name={name}
      width={laid.width}
      height={laid.height}
      middle={laid.boxes.get(lineage.root.id)}
      tools={tools}
      exports={exports}
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path class="arrow" d="M0,0L10,5L0,10z" />
        </marker>
      </defs>
      {lineage.links.map((link) => (
        <Edge
          key={linkKey(link)}
          link={link}
          points={laid.lines.get(linkKey(link)) ?? []}
          middle={laid.labels.get(linkKey(link)) ?? { x: 0, y: 0 }}
          chosen={chosen === linkKey(link)}
          names={lineage}
        />
      ))}
      {lineage.nodes.map((node) => (
        <Node
          key={node.document.id}
          node={node}
          at={laid.boxes.get(node.document.id)}
          isRoot={node.document.id === lineage.root.id}
        />
      ))}
      {list === null ? null : (
        <TaskBox
          at={laid.boxes.get(list.id)}
          items={list.items}
          left={list.left}
          line={laid.lines.get(list.id) ?? []}
        />
      )}
    </Canvas>
  );
}

const MOST_TASKS = 60;

function labelOf({ relation, direct }: LineageLink, say: Say): string {
  return `${say(relation)}${direct ? "" : ` · ${say("indirect")}`}`;
}

const widthOf = (label: string): number => label.length * 6.4 + 12;

function Edge({
  link,
  points,
  middle,
  chosen,
  names,
}: {
  readonly link: LineageLink;
  readonly points: readonly Point[];
  readonly middle: Point;
  readonly chosen: boolean;
  readonly names: Lineage;
}): JSX.Element {
  const { say } = useWords();
  const named = (id: string): string => names.nodes.find(({ document }) => document.id === id)?.document.name ?? id;
  const sure = link.direct && link.statedBy === null;

  const label = labelOf(link, say);
  const words = `${label}: ${named(link.from)} → ${named(link.to)}, ${say(link.direct ? "direct" : "indirect")} — ${say("linkEvidence")}`;
  const width = widthOf(label);
  return (
    <a
      class={`edge ${sure ? "is-direct" : "is-indirect"} ${chosen ? "is-chosen" : ""}`}
      href={changed({ link: linkKey(link), task: null })}
      data-link={linkKey(link)}
    >
      <title>{words}</title>
      <path class="hit" d={curve(points)} />
      <path class="line" d={curve(points)} marker-start="url(#arrow)" />
      <rect class="edge-ground" x={middle.x - width / 2} y={middle.y - 9} width={width} height={18} rx={3} />
      <text x={middle.x} y={middle.y + 4} text-anchor="middle">
        {label}
      </text>
    </a>
  );
}

function Node({
  node: { document, held, taskCount },
  at = { x: 0, y: 0 },
  isRoot,
}: {
  readonly node: Lineage["nodes"][number];
  readonly at: Point | undefined;
  readonly isRoot: boolean;
}): JSX.Element {
  const { say } = useWords();
  const lines = wrapped(document.name ?? document.id, 35, 2);
  const status = held ? `${say("held")}, ${String(taskCount)} ${say("nTasks")}` : say("notHeld");
  return (
    <g transform={`translate(${String(at.x - WIDTH / 2)},${String(at.y - HEIGHT / 2)})`}>
      <a
        class={`node ${held ? "is-held" : "is-cited"} ${isRoot ? "is-root" : ""}`}
        href={documentAddress(document.id)}
        aria-current={isRoot ? "true" : undefined}
      >
        <title>{`${document.name ?? document.id} — ${status}\n${document.title ?? ""}`}</title>
        <rect width={WIDTH} height={HEIGHT} rx={5} />
        {lines.map((line, index) => (
          <text key={index} class="node-name" x={12} y={21 + index * 17}>
            {line}
          </text>
        ))}
        <text class="node-status" x={12} y={HEIGHT - 11}>
          {held ? "●" : "○"} {documentDay(say, document)} ·{" "}
          {held ? `${String(taskCount)} ${say("nTasks")}` : say("notHeld")}
        </text>
      </a>
    </g>
  );
}

function TaskBox({
  at = { x: 0, y: 0 },
  items,
  left,
  line,
}: {
  readonly at: Point | undefined;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly left: number;
  readonly line: readonly Point[];
}): JSX.Element {
  const { say } = useWords();
  const height = 18 * (items.length + (left > 0 ? 1 : 0)) + 16;
  return (
    <g class="task-box">
      <path class="line" d={curve(line)} />
      <g transform={`translate(${String(at.x - 210)},${String(at.y - height / 2)})`}>
        <rect width={420} height={height} rx={5} />
        {items.map(({ id, label }, index) => (
          <a key={id} href={changed({ task: id, link: null })}>
            <text x={12} y={22 + index * 18}>
              {label}
            </text>
          </a>
        ))}
        {left > 0 ? (
          <text x={12} y={22 + items.length * 18}>
            {say("moreTasks", { n: left })}
          </text>
        ) : null}
      </g>
    </g>
  );
}

import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Agency, ReportingLine } from "../ask/shapes.ts";
import { agencyAddress } from "../core/url.ts";
import { useWords } from "../words/say.ts";
import { Canvas } from "./canvas.tsx";
import { curve, layered, wrapped } from "./layout.ts";

const WIDTH = 200;
const HEIGHT = 52;
const NOBODY = "?";

/** Who reports to whom, left to right, each step drawn once however often it is stated; a body through which a report goes stands between the two. */
export function ReportingGraph({
  lines,
  centre,
  name,
  unnamed,
}: {
  readonly lines: readonly ReportingLine[];
  readonly centre: string | null;
  readonly name: string;
  readonly unnamed: string;
}): JSX.Element {
  const { say } = useWords();
  const { bodies, steps } = useMemo(() => stepsOf(lines, unnamed), [lines, unnamed]);
  const laid = useMemo(
    () =>
      layered(
        [...bodies.keys()].map((id) => ({ id, width: WIDTH, height: HEIGHT })),
        [...steps.values()],
        "LR",
      ),
    [bodies, steps],
  );
  return (
    <Canvas name={name} width={laid.width} height={laid.height} middle={laid.boxes.get(centre ?? "")}>
      <defs>
        <marker id="to" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
          <path class="arrow" d="M0,0L10,5L0,10z" />
        </marker>
      </defs>
      {[...steps.values()].map(({ id, count }) => {
        const points = laid.lines.get(id) ?? [];
        const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
        return (
          <g key={id} class="edge is-direct">
            <path class="line" d={curve(points)} marker-end="url(#to)" />
            {count > 1 ? (
              <text x={middle.x} y={middle.y - 5} text-anchor="middle">
                ×{count}
              </text>
            ) : null}
          </g>
        );
      })}
      {[...bodies.values()].map((body) => {
        const at = laid.boxes.get(body.id) ?? { x: 0, y: 0 };
        const place = `translate(${String(at.x - WIDTH / 2)},${String(at.y - HEIGHT / 2)})`;
        const words = wrapped(body.name ?? body.id, 27, 2);
        const inside = (
          <>
            <title>{`${body.name ?? body.id}${body.collective ? ` (${say("group")})` : ""}`}</title>
            <rect width={WIDTH} height={HEIGHT} rx={5} />
            {words.map((line, index) => (
              <text key={index} x={WIDTH / 2} y={(words.length === 1 ? 30 : 22) + index * 16} text-anchor="middle">
                {line}
              </text>
            ))}
          </>
        );
        if (body.id === NOBODY)
          return (
            <g key={body.id} class="node is-cited" transform={place}>
              {inside}
            </g>
          );
        return (
          <g key={body.id} transform={place}>
            <a
              class={`node ${body.collective ? "is-cited" : "is-held"} ${body.id === centre ? "is-root" : ""}`}
              href={agencyAddress(body.id)}
            >
              {inside}
            </a>
          </g>
        );
      })}
    </Canvas>
  );
}

interface Step {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

function stepsOf(
  lines: readonly ReportingLine[],
  unnamed: string,
): { readonly bodies: ReadonlyMap<string, Agency>; readonly steps: ReadonlyMap<string, Step> } {
  const bodies = new Map<string, Agency>();
  const steps = new Map<string, Step>();
  const add = (from: Agency, to: Agency): void => {
    for (const body of [from, to]) bodies.set(body.id, body);
    const id = `${from.id} ${to.id}`;
    steps.set(id, { id, from: from.id, to: to.id, count: (steps.get(id)?.count ?? 0) + 1 });
  };
  for (const { from, via, to } of lines) {
    const sender = from ?? { id: NOBODY, name: unnamed, collective: false };
    if (via === null) add(sender, to);
    else {
      add(sender, via);
      add(via, to);
    }
  }
  return { bodies, steps };
}

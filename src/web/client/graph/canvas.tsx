import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { picture } from "../exports/picture.ts";
import { fileName, save } from "../exports/save.ts";
import { type Export, ExportMenu } from "../parts/export-menu.tsx";
import { useWords } from "../words/say.ts";

interface Props {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly exports?: readonly Export[];
  /** Where to look first, in the drawing's own measure. */
  readonly middle?: { readonly x: number; readonly y: number } | undefined;
}

/** How small words may become before the drawing is scrolled rather than shown whole. */
const LEGIBLE = 0.85;
/** How much of the window a drawing may take. */
const LOW = 0.72;

/** A drawing that can be scrolled, zoomed and taken away. */
export function Canvas({ name, width, height, children, tools, exports = [], middle }: Props): JSX.Element {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [zoom, setZoom] = useState(1);
  const fit = (): void => {
    const { clientWidth = width, clientHeight = height } = frame.current ?? {};
    setZoom(Math.max(0.15, Math.min(1, (clientWidth - 4) / width, (clientHeight - 4) / height)));
  };
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const whole = Math.min(1, (box.clientWidth - 4) / width, (LOW * innerHeight) / height);
    const scale = whole < LEGIBLE ? LEGIBLE : whole;
    setZoom(scale);
    requestAnimationFrame(() => {
      if (middle === undefined) return;
      box.scrollLeft = middle.x * scale - box.clientWidth / 2;
      box.scrollTop = middle.y * scale - box.clientHeight / 2;
    });
  }, [width, height]);
  const svg: Export = {
    label: say("svg"),
    run: () => drawing.current !== null && save(fileName(name, "svg"), "image/svg+xml", picture(drawing.current)),
  } as Export;
  return (
    <div class="canvas-block">
      <div class="toolbar">
        {tools}
        <span class="zoom">
          <button
            type="button"
            aria-label={say("zoomOut")}
            title={say("zoomOut")}
            onClick={() => setZoom(Math.max(0.15, zoom / 1.25))}
          >
            −
          </button>
          <button type="button" onClick={fit}>
            {say("fit")}
          </button>
          <button
            type="button"
            aria-label={say("zoomIn")}
            title={say("zoomIn")}
            onClick={() => setZoom(Math.min(3, zoom * 1.25))}
          >
            +
          </button>
        </span>
        <ExportMenu exports={[svg, ...exports]} />
      </div>
      <div class="canvas" ref={frame} tabIndex={0} role="region" aria-label={name}>
        <svg
          ref={drawing}
          width={width * zoom}
          height={height * zoom}
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          role="group"
          aria-label={name}
        >
          {children}
        </svg>
      </div>
    </div>
  );
}

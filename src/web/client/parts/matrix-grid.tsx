import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Cell } from "../ask/document.ts";
import type { Task } from "../ask/shapes.ts";
import { agencyAddress, change, changed } from "../core/url.ts";
import { oneLine, summaryOf } from "../words/format.ts";
import { type Say, useWords } from "../words/say.ts";
import type { MatrixColumn, MatrixView } from "./matrix-view.ts";

const ROW = 46;
/** Rows beyond the visible ones that are drawn too. */
const MARGIN = 8;
/** Up to so many cells everything is drawn at once, which also prints whole. */
const FEW_CELLS = 6_000;
/** Up to so many columns have room for heads that are read without turning one's own. */
const FEW_COLUMNS = 10;

interface Props {
  readonly view: MatrixView;
  readonly open: readonly string[];
  readonly first: string;
  readonly chosen: string | null;
  readonly name: string;
}

/** The matrix itself: heads stay in view, only what is seen is drawn, arrow keys move between cells. */
export function MatrixGrid({ view, open, first, chosen, name }: Props): JSX.Element {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const all = view.tasks.length * view.columns.length <= FEW_CELLS;
  const begin = all ? 0 : Math.max(0, Math.floor(seen.top / ROW) - MARGIN);
  const end = all ? view.tasks.length : Math.min(view.tasks.length, Math.ceil((seen.top + seen.height) / ROW) + MARGIN);
  const look = (): void => {
    if (frame.current === null) return;
    const top = Math.floor(frame.current.scrollTop / ROW) * ROW;
    if (top !== seen.top || frame.current.clientHeight !== seen.height)
      setSeen({ top, height: frame.current.clientHeight });
  };
  useLayoutEffect(look, [view]);
  return (
    <div
      class="matrix-scroll"
      ref={frame}
      onScroll={look}
      onKeyDown={move}
      tabIndex={0}
      role="region"
      aria-label={name}
    >
      <table
        class={`matrix ${view.columns.length <= FEW_COLUMNS ? "is-roomy" : ""}`}
        aria-rowcount={view.tasks.length + 1}
        aria-colcount={view.columns.length + 1}
      >
        <thead>
          <tr>
            <th scope="col" class="corner">
              {say("tasks")} ↓ · {say("agencies")} →
            </th>
            {view.columns.map((column) => (
              <ColumnHead
                key={`${column.group?.id ?? ""} ${column.agency.id}`}
                column={column}
                open={open}
                first={first}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {begin > 0 ? <Gap rows={begin} /> : null}
          {view.tasks.slice(begin, end).map((task, index) => (
            <Row key={task.id} task={task} view={view} row={begin + index} chosen={task.id === chosen} />
          ))}
          {end < view.tasks.length ? <Gap rows={view.tasks.length - end} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** The height of rows that are not drawn: at most some hundred thousand pixels. */
function Gap({ rows }: { readonly rows: number }): JSX.Element {
  return (
    <tr class="gap" aria-hidden="true">
      <td style={{ height: `${String(rows * ROW)}px` }} />
    </tr>
  );
}

function ColumnHead({
  column: { agency, group },
  open,
  first,
}: {
  readonly column: MatrixColumn;
  readonly open: readonly string[];
  readonly first: string;
}): JSX.Element {
  const { say } = useWords();
  const isOpen = open.includes(agency.id);
  const name = agency.name ?? agency.id;
  const others = open.filter((id) => id !== agency.id);
  const toggle = (): void => change({ open: (isOpen ? others : [...open, agency.id]).join(",") });
  const sorts = first === agency.id;
  return (
    <th
      scope="col"
      class={`agency ${group === null ? "" : "is-member"} ${agency.collective ? "is-group" : ""}`}
      aria-sort={sorts ? "ascending" : "none"}
    >
      <div class="head">
        {group !== null ? (
          <a
            class="head-name"
            href={agencyAddress(agency.id)}
            title={`${name} — ${say("GROUP", { who: group.name ?? group.id })}`}
          >
            {name}
          </a>
        ) : (
          <button
            type="button"
            class="head-name"
            onClick={() => change({ first: sorts ? null : agency.id }, "replace")}
            title={`${name} — ${say("sortBy", { what: name })}`}
          >
            {name}
          </button>
        )}
        {agency.collective && group === null && agency.membersKnown !== false ? (
          <button
            type="button"
            class="expand"
            aria-expanded={isOpen}
            aria-label={say("expand", { who: name })}
            title={say("expand", { who: name })}
            onClick={toggle}
          >
            {isOpen ? "−" : "+"}
          </button>
        ) : null}
      </div>
    </th>
  );
}

function Row({
  task,
  view,
  row,
  chosen,
}: {
  readonly task: Task;
  readonly view: MatrixView;
  readonly row: number;
  readonly chosen: boolean;
}): JSX.Element {
  const { say, language } = useWords();
  const summary = summaryOf(task, language);
  return (
    <tr aria-rowindex={row + 2} class={chosen ? "is-chosen" : ""}>
      <th scope="row">
        <a
          href={changed({ task: task.id, link: null })}
          data-cell={`${String(row)} -1`}
          title={summary ?? (task.text === null ? "" : oneLine(task.text))}
        >
          <span class="address">{task.address ?? task.section}</span>
          <span class="row-summary">{summary ?? say("noSummary")}</span>
        </a>
      </th>
      {view.columns.map((column, index) => {
        const cells = view.at(task.id, column);
        if (cells === undefined) return <td key={index} />;
        return (
          <td
            key={index}
            class={`has role-${cells[0]?.role ?? ""} ${cells[0]?.basis === "ASSIGNED" ? "is-assigned" : ""} ${column.group === null ? "" : "is-member"}`}
          >
            <a
              href={changed({ task: task.id, link: null })}
              data-cell={`${String(row)} ${String(index)}`}
              aria-label={spoken(cells, column, say)}
              title={spoken(cells, column, say)}
            >
              {letters(cells, say)}
            </a>
          </td>
        );
      })}
    </tr>
  );
}

function letters(cells: readonly Cell[], say: Say): string {
  return cells
    .map(
      ({ role, inherited, scope }) =>
        `${say(`letter${role}` as "letterLEADS")}${inherited ? "*" : ""}${scope === "RELEVANT" ? "~" : ""}`,
    )
    .join(" ");
}

function spoken(cells: readonly Cell[], { agency, group }: MatrixColumn, say: Say): string {
  const parts = cells.map(({ role, basis, inherited, scope }) =>
    [
      say(role),
      basis === null ? "" : say(basis),
      inherited ? say("inherited") : "",
      scope === "RELEVANT" ? say("RELEVANT") : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  const through = group === null ? "" : ` (${say("GROUP", { who: group.name ?? group.id })})`;
  return `${agency.name ?? agency.id}${through}: ${parts.join("; ")}`;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};
/** How far to look for the next cell that says something. */
const FARTHEST = 80;

/** From the cell that has the focus to the next one that says something, in the arrow's direction. */
function move(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  const at = document.activeElement?.getAttribute("data-cell")?.split(" ").map(Number);
  const [row, column] = at ?? [];
  if (step === undefined || row === undefined || column === undefined) return;
  for (let far = 1; far <= FARTHEST; far += 1) {
    const next = event.currentTarget.querySelector<HTMLElement>(
      `[data-cell="${String(row + far * step[0])} ${String(column + far * step[1])}"]`,
    );
    if (next === null) continue;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    return;
  }
}

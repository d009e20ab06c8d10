import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { change, here } from "../core/url.ts";
import type { CellValue } from "../exports/table-data.ts";
import { fold } from "../words/format.ts";
import { useWords } from "../words/say.ts";
import { type Export, ExportMenu, tableExports } from "./export-menu.tsx";
import { Nothing } from "./states.tsx";

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** What it sorts by and what is taken away. */
  readonly value: (row: T) => CellValue;
  /** What is shown, where that is more than the value. */
  readonly cell?: (row: T) => ComponentChildren;
  readonly kind?: "number" | "wide" | "narrow";
}
interface Props<T> {
  readonly name: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly id: (row: T) => string;
  /** Columns that are taken away and not shown. */
  readonly more?: readonly Column<T>[];
  readonly exports?: readonly Export[];
  readonly total?: number;
  readonly tools?: ComponentChildren;
  readonly rowClass?: (row: T) => string;
}

const A_SCREEN = 200;

/** A table with sorting and a filter, both kept in the address; on a narrow screen each row becomes a card. */
export function DataTable<T>({
  name,
  rows,
  columns,
  id,
  more = [],
  exports = [],
  total,
  tools,
  rowClass,
}: Props<T>): JSX.Element {
  const { say } = useWords();
  const [most, setMost] = useState(A_SCREEN);
  const { query } = here();
  const shown = sorted(filtered(rows, [...columns, ...more], query.get("f") ?? ""), columns, query.get("sort") ?? "");
  const table = () => {
    const all = [...columns, ...more];
    return { name, head: all.map(({ title }) => title), rows: shown.map((row) => all.map(({ value }) => value(row))) };
  };
  return (
    <div class="table-block">
      <div class="toolbar">
        <label class="filter">
          <span class="visually-hidden">{say("filterText")}</span>
          <input
            type="text"
            placeholder={say("filterText")}
            value={query.get("f") ?? ""}
            onInput={(event) => change({ f: event.currentTarget.value }, "replace")}
          />
        </label>
        {tools}
        <span class="count" role="status">
          {shown.length === (total ?? rows.length)
            ? say("rows", { n: shown.length })
            : say("rowsOf", { n: shown.length, all: total ?? rows.length })}
        </span>
        <ExportMenu exports={[...tableExports(say, table), ...exports]} />
      </div>
      {shown.length === 0 ? (
        <Nothing>
          {rows.length === 0 ? say("empty") : say("emptyFilter")}{" "}
          {query.get("f") ? (
            <button type="button" onClick={() => change({ f: null })}>
              {say("clearFilter")}
            </button>
          ) : null}
        </Nothing>
      ) : (
        <div class="table-scroll" tabIndex={0} role="region" aria-label={name}>
          <table class="data">
            <thead>
              <tr>
                {columns.map((column) => (
                  <Head key={column.key} column={column} sort={query.get("sort") ?? ""} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, most).map((row) => (
                <tr key={id(row)} data-row class={rowClass?.(row) ?? ""}>
                  {columns.map(({ key, title, kind, value, cell }) => (
                    <td key={key} data-label={title} class={kind ?? ""}>
                      {cell === undefined ? value(row) : cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length > most ? (
            <button type="button" class="more" onClick={() => setMost(most + 5 * A_SCREEN)}>
              {say("showMore", { n: shown.length - most })}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function Head<T>({
  column: { key, title, kind },
  sort,
}: {
  readonly column: Column<T>;
  readonly sort: string;
}): JSX.Element {
  const { say } = useWords();
  const way = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
  return (
    <th scope="col" aria-sort={way} class={kind ?? ""}>
      <button
        type="button"
        title={say("sortBy", { what: title })}
        onClick={() => change({ sort: way === "ascending" ? `-${key}` : way === "descending" ? null : key }, "replace")}
      >
        {title}
        <span aria-hidden="true" class="sort">
          {way === "ascending" ? "▲" : way === "descending" ? "▼" : "↕"}
        </span>
      </button>
    </th>
  );
}

function filtered<T>(rows: readonly T[], columns: readonly Column<T>[], text: string): readonly T[] {
  const asked = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (asked.length === 0) return rows;
  return rows.filter((row) => {
    const words = fold(columns.map(({ value }) => value(row) ?? "").join(" "));
    return asked.every((word) => words.includes(word));
  });
}

/** Rows without a value come last, whichever way; equal ones keep the order of the answer. */
function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], sort: string): readonly T[] {
  const column = columns.find(({ key }) => key === sort.replace(/^-/u, ""));
  if (column === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const order = new Intl.Collator("vi", { numeric: true });
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null || x === "" || y === "")
      return Number(x === null || x === "") - Number(y === null || y === "");
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : order.compare(String(x), String(y)));
  });
}

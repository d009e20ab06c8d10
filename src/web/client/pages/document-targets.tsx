import type { JSX } from "preact";
import type { DocumentHead, Target } from "../ask/document.ts";
import { documentAddress } from "../core/url.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Summary } from "../parts/marks.tsx";
import { day, summaryOf } from "../words/format.ts";
import { useWords, type Say } from "../words/say.ts";

export function TargetsTab({ head }: { readonly head: DocumentHead }): JSX.Element {
  const { say, language } = useWords();
  const columns: readonly Column<Target>[] = [
    {
      key: "what",
      title: say("target"),
      value: (row) => summaryOf(row, language) ?? row.indicator,
      cell: (row) => (
        <>
          {row.indicator === null ? null : <div lang="vi">{row.indicator.normalize("NFC")}</div>}
          <Summary text={summaryOf(row, language)} />
        </>
      ),
      kind: "wide",
    },
    {
      key: "value",
      title: say("value"),
      value: (row) => row.value ?? row.low,
      cell: (row) => <strong>{amount(say, row)}</strong>,
      kind: "number",
    },
    { key: "by", title: say("byDay"), value: ({ by }) => by, cell: ({ by }) => day(by) },
    {
      key: "evidence",
      title: say("evidence"),
      value: ({ section }) => section,
      cell: (row) =>
        row.start === null ? (
          row.section
        ) : (
          <a
            href={documentAddress(head.id, {
              tab: "reader",
              at: `${String(row.start)}-${String(row.end ?? row.start)}`,
            })}
          >
            {row.section ?? say("openReader")}
          </a>
        ),
    },
  ];
  const more: readonly Column<Target>[] = [
    { key: "unit", title: "unit", value: ({ unit }) => unit },
    { key: "comparison", title: "comparison", value: ({ comparison }) => comparison },
  ];
  return (
    <DataTable
      name={`${say("targets")} ${head.name ?? head.id}`}
      rows={head.targets}
      columns={columns}
      more={more}
      id={({ id }) => id}
    />
  );
}

const COMPARISONS: Readonly<Record<string, "atLeast" | "atMost" | "moreThan" | "lessThan" | "about">> = {
  "at-least": "atLeast",
  atLeast: "atLeast",
  ">=": "atLeast",
  "at-most": "atMost",
  atMost: "atMost",
  "<=": "atMost",
  "more-than": "moreThan",
  over: "moreThan",
  ">": "moreThan",
  "less-than": "lessThan",
  under: "lessThan",
  "<": "lessThan",
  about: "about",
  "~": "about",
};

function amount(say: Say, { value, low, high, comparison, unit }: Target): string {
  const number = (each: number): string =>
    `${each.toLocaleString("vi-VN")}${unit === null ? "" : unit === "%" ? "%" : ` ${unit}`}`;
  if (low !== null && high !== null) return say("range", { a: low.toLocaleString("vi-VN"), b: number(high) });
  const one = value ?? low ?? high;
  if (one === null) return "—";
  const key = COMPARISONS[comparison ?? ""];
  return key === undefined ? number(one) : say(key, { v: number(one) });
}

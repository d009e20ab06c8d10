import { cpus, totalmem } from "node:os";
import type { Crowd } from "./measure-crowd.ts";
import { CONNECTIONS } from "./measure-crowd.ts";
import type { ComparedLoads } from "./measure-loads.ts";
import type { Asked } from "./measure-questions.ts";
import { ratios, spreadOf, type Spread } from "./spread.ts";
import { TOGETHER, type Loaded } from "./stores.ts";

export interface Measured {
  readonly all: readonly Loaded[];
  readonly questions: readonly Asked[];
  readonly crowd: readonly Crowd[];
  readonly compared: ComparedLoads | null;
  readonly seconds: number;
}

/** Everything that a run measured, as Markdown. */
export function tables({ all, questions, crowd, compared, seconds }: Measured): string {
  const scales = [...new Set(all.map(({ scale }) => scale))];
  const largest = Math.max(...scales);
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${String(cpus().length)} cores, ${String(memory)} GB, Node ${process.versions.node}; ${minutes(seconds)} for the whole run. Milliseconds and ratios: median (least–most) of rounds in which all ways were asked in turn.`,
    questionTable(
      questions.filter(({ of }) => of.scale === largest),
      largest,
    ),
    scales.length > 1 ? growthTable(questions, scales) : "",
    loadTable(all),
    compared === null ? "" : comparedTable(compared),
    crowdTable(crowd),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${seconds.toFixed(0)} seconds` : `${(seconds / 60).toFixed(0)} minutes`;
const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const shown = ({ least, median, most }: Spread, digits = 1): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");

/** What a question costs through HTTP beside its statements and an empty question. */
function overhead({ http, bare, empty }: Asked): Spread {
  return ratios(
    http,
    bare.map((value, round) => value + (empty[round] ?? 0)),
  );
}

function questionTable(questions: readonly Asked[], scale: number): string {
  const names = [...new Set(questions.map(({ ask }) => ask.name))];
  const rows = names.map((name) => {
    const of = (kind: string): Asked | undefined =>
      questions.find(({ ask, of: on }) => ask.name === name && on.kind === kind);
    const [embedded, neo4j] = [of("embedded"), of("neo4j")];
    const ms = (values: readonly number[] | null | undefined): string =>
      values == null ? "–" : shown(spreadOf(values));
    return [
      name,
      ms(embedded?.bare),
      ms(embedded?.http),
      embedded === undefined ? "–" : shown(overhead(embedded), 2),
      ms(neo4j?.bare),
      ms(neo4j?.http),
      neo4j === undefined ? "–" : shown(overhead(neo4j), 2),
      ms(neo4j?.generated),
      embedded === undefined || neo4j === undefined ? "–" : shown(ratios(neo4j.bare, embedded.bare), 1),
    ];
  });
  const head = [
    "question",
    "embedded: statements",
    "HTTP",
    "× (statements + empty)",
    "Neo4j: statements",
    "HTTP",
    "× (statements + empty)",
    "generated API",
    "Neo4j ÷ embedded",
  ];
  return `**Questions at ${String(scale)}×** (ms)\n\n${table(head, rows)}`;
}

function growthTable(questions: readonly Asked[], scales: readonly number[]): string {
  const base = scales.includes(10) ? 10 : (scales[0] ?? 1);
  const names = [...new Set(questions.map(({ ask }) => ask.name))];
  const kinds = [...new Set(questions.map(({ of }) => of.kind))];
  const others = scales.filter((scale) => scale !== base);
  const rows = names.map((name) => [
    name,
    ...kinds.flatMap((kind) =>
      others.map((scale) => {
        const at = (wanted: number): Asked | undefined =>
          questions.find(({ ask, of }) => ask.name === name && of.kind === kind && of.scale === wanted);
        return shown(ratios(at(scale)?.bare ?? [], at(base)?.bare ?? []), 2);
      }),
    ),
  ]);
  const head = ["question", ...kinds.flatMap((kind) => others.map((scale) => `${kind}, ${String(scale)}×`))];
  return `**Growth**: time of the statements beside that at ${String(base)}×, for an answer of the same size\n\n${table(head, rows)}`;
}

function loadTable(all: readonly Loaded[]): string {
  const rows = all.map(({ kind, scale, report }) => [
    `${kind}, ${String(scale)}×`,
    String(report.documents),
    String(report.tasks),
    short(report.documents / report.seconds),
    (report.tasks / report.seconds).toFixed(0),
    short(report.lastRate),
    short(report.closeSeconds),
    report.megabytes.toFixed(0),
    report.fileMegabytes === 0 ? "–" : report.fileMegabytes.toFixed(0),
  ]);
  const head = [
    "store",
    "documents",
    "tasks",
    "documents/s",
    "tasks/s",
    "documents/s, last fifth",
    "close, s",
    "memory of the process, MB",
    "file, MB",
  ];
  return `**Loading**, ${String(TOGETHER)} documents in a transaction\n\n${table(head, rows)}`;
}

function comparedTable({ scale, documents, tasks, together, plain, bare }: ComparedLoads): string {
  const row = (name: string, seconds: readonly number[]): string[] => [
    name,
    shown(spreadOf(seconds.map((each) => documents / each))),
    shown(ratios(seconds, together), 2),
  ];
  const rows = [
    row("`load`", together),
    row("Neo4j's own batches: UNWIND of 10,000 maps, nothing looked at", plain),
    row("the statements of `load` alone: nothing read, compared, recorded or worked out", bare),
  ];
  const head = ["way", "documents/s", "time beside `load`"];
  return `**Loading into Neo4j beside its own batches**: ${String(documents)} documents, ${String(tasks)} tasks, ${String(scale)}×\n\n${table(head, rows)}`;
}

function crowdTable(crowd: readonly Crowd[]): string {
  const rows = crowd.map(({ of, perSecond, p50, p99, failed }) => [
    `${of.kind}, ${String(of.scale)}×`,
    perSecond.toFixed(0),
    String(p50),
    String(p99),
    String(failed),
  ]);
  const head = ["store", "requests/s", "median, ms", "99th percentile, ms", "failed"];
  return `**${String(CONNECTIONS)} connections** that ask for a body's first page without a pause; failed are those sent away with 503, as they would wait too long\n\n${table(head, rows)}`;
}

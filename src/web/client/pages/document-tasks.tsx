import type { JSX } from "preact";
import { type Cell, type DocumentHead, type Matrix, matrixOf } from "../ask/document.ts";
import type { Agency, Role, Task } from "../ask/shapes.ts";
import type { Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { citation } from "../exports/citation.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { AgencyLink, TaskLink } from "../parts/links.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { due, summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";

interface Row {
  readonly task: Task;
  readonly cells: readonly Cell[];
}

/** The tasks of a document in the order of its text, with who leads and who cooperates. */
export function TasksTab({ head, place }: { readonly head: DocumentHead; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(matrixOf, { id: head.id });
  const chosen = place.query.get("task");
  return (
    <Show answer={answer}>
      {({ matrix }) =>
        matrix === null ? (
          <Nothing>{say("empty")}</Nothing>
        ) : (
          <TaskTable matrix={matrix} name={head.name ?? head.id} chosen={chosen} />
        )
      }
    </Show>
  );
}

function TaskTable({
  matrix,
  name,
  chosen,
}: {
  readonly matrix: Matrix;
  readonly name: string;
  readonly chosen: string | null;
}): JSX.Element {
  const { say, language } = useWords();
  const agencies = new Map(matrix.agencies.map((agency) => [agency.id, agency]));
  const cells = Map.groupBy(matrix.cells, ({ task }) => task);
  const rows = matrix.tasks.map((task): Row => ({ task, cells: cells.get(task.id) ?? [] }));
  const who = ({ cells: own }: Row, role: Role): readonly Agency[] =>
    own.filter((cell) => cell.role === role).flatMap(({ agency }) => agencies.get(agency) ?? []);
  const names = (row: Row, role: Role): string =>
    who(row, role)
      .map((agency) => agency.name ?? agency.id)
      .join("; ");
  const part = (key: string, title: string, role: Role): Column<Row> => ({
    key,
    title,
    value: (row) => names(row, role),
    cell: (row) =>
      role === "LEADS" && who(row, role).length === 0 ? (
        <span class="muted">{say("NO_LEAD")}</span>
      ) : (
        <ul class="inline-list">
          {who(row, role).map((agency) => (
            <li key={agency.id}>
              <AgencyLink agency={agency} />
            </li>
          ))}
        </ul>
      ),
  });
  const columns: readonly Column<Row>[] = [
    { key: "ordinal", title: "#", value: ({ task }) => task.ordinal, kind: "number" },
    {
      key: "what",
      title: say("what"),
      value: ({ task }) => [task.address, summaryOf(task, language)].filter((each) => each !== null).join(" — "),
      cell: ({ task }) => <TaskLink task={task} />,
      kind: "wide",
    },
    part("leads", say("leads"), "LEADS"),
    part("cooperates", say("cooperates"), "COOPERATES"),
    part("directed", say("directed"), "DIRECTED"),
    {
      key: "due",
      title: say("due"),
      value: ({ task }) => task.dueTo ?? due(say, task),
      cell: ({ task }) => due(say, task),
    },
  ];
  const more: readonly Column<Row>[] = [
    { key: "citation", title: say("copyCitation"), value: ({ task }) => citation(task, name) },
    { key: "text", title: say("exactWords"), value: ({ task }) => task.text },
    { key: "id", title: "id", value: ({ task }) => task.id },
  ];
  return (
    <DataTable
      name={`${say("tasks")} ${name}`}
      rows={rows}
      columns={columns.filter(({ key }) => key !== "directed" || matrix.cells.some(({ role }) => role === "DIRECTED"))}
      more={more}
      id={({ task }) => task.id}
      rowClass={({ task }) => (task.id === chosen ? "is-chosen" : "")}
    />
  );
}

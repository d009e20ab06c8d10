import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type DocumentHead, type Matrix, matrixOf } from "../ask/document.ts";
import type { Role } from "../ask/shapes.ts";
import { change, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice } from "../parts/choice.tsx";
import { ExportMenu, tableExports } from "../parts/export-menu.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { MatrixGrid } from "../parts/matrix-grid.tsx";
import { useMembers } from "../parts/use-members.ts";
import { viewOf, type MatrixView } from "../parts/matrix-view.ts";
import { fold, summaryOf } from "../words/format.ts";
import { useWords, type Say } from "../words/say.ts";

/** Tasks × agencies of a document: one letter a part. */
export function MatrixTab({ head, place }: { readonly head: DocumentHead; readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const answer = useAnswer(matrixOf, { id: head.id });
  return (
    <Show answer={answer}>
      {({ matrix }) =>
        matrix === null ? <Nothing>{say("empty")}</Nothing> : <Body matrix={matrix} head={head} place={place} />
      }
    </Show>
  );
}

function Body({
  matrix,
  head,
  place,
}: {
  readonly matrix: Matrix;
  readonly head: DocumentHead;
  readonly place: Place;
}): JSX.Element {
  const { say, language } = useWords();
  const { query } = place;
  const open = (query.get("open") ?? "").split(",").filter((id) => id !== "");
  const on = head.issuedOn ?? head.notBefore;
  const members = useMembers(open, on);
  const [role, agencyWords, taskWords, first] = [
    query.get("role") ?? "",
    query.get("who") ?? "",
    query.get("f") ?? "",
    query.get("first") ?? "",
  ];
  const view = useMemo(
    () =>
      viewOf(matrix, {
        role: role === "" ? null : (role as Role),
        agencyWords: fold(agencyWords),
        taskWords: fold(taskWords),
        first,
        members,
      }),
    [matrix, role, agencyWords, taskWords, first, members],
  );
  const table = () => tableOf(view, say, language, head.name ?? head.id);
  return (
    <>
      <div class="toolbar">
        <label class="filter">
          <span class="visually-hidden">{say("filterText")}</span>
          <input
            type="text"
            placeholder={`${say("filter")}: ${say("tasks")}`}
            value={taskWords}
            onInput={(event) => change({ f: event.currentTarget.value }, "replace")}
          />
        </label>
        <label class="filter">
          <span class="visually-hidden">{say("agency")}</span>
          <input
            type="text"
            placeholder={`${say("filter")}: ${say("agencies")}`}
            value={agencyWords}
            onInput={(event) => change({ who: event.currentTarget.value }, "replace")}
          />
        </label>
        <Choice
          name="role"
          label={say("role")}
          options={[
            { value: "", label: say("all") },
            ...(["LEADS", "COOPERATES", "DIRECTED"] as const).map((each) => ({ value: each, label: say(each) })),
          ]}
        />
        <span class="count" role="status">
          {view.tasks.length} × {view.columns.length}
        </span>
        <ExportMenu exports={tableExports(say, table)} />
      </div>
      <p class="muted hint">{say("matrixHint")}</p>
      {view.tasks.length === 0 || view.columns.length === 0 ? (
        <Nothing>
          {say("emptyFilter")}{" "}
          <button type="button" onClick={() => change({ f: null, who: null, role: null })}>
            {say("clearFilter")}
          </button>
        </Nothing>
      ) : (
        <MatrixGrid
          view={view}
          open={open}
          first={first}
          chosen={query.get("task")}
          name={`${say("matrix")} ${head.name ?? ""}`}
        />
      )}
      {matrix.truncated ? <p class="notice">{say("truncated")}</p> : null}
    </>
  );
}

function tableOf(view: MatrixView, say: Say, language: "vi" | "en", name: string) {
  const letters = (task: string, column: MatrixView["columns"][number]): string =>
    (view.at(task, column) ?? [])
      .map(
        (cell) =>
          `${say(`letter${cell.role}` as "letterLEADS")}${cell.inherited ? "*" : ""}${cell.scope === "RELEVANT" ? "~" : ""}`,
      )
      .join(" ");
  return {
    name: `${say("matrix")} ${name}`,
    head: [
      say("where"),
      say("summary"),
      ...view.columns.map(({ agency, group }) =>
        group === null ? (agency.name ?? agency.id) : `${agency.name ?? agency.id} (${group.name ?? group.id})`,
      ),
    ],
    rows: view.tasks.map((task) => [
      task.address,
      summaryOf(task, language),
      ...view.columns.map((column) => letters(task.id, column)),
    ]),
  };
}

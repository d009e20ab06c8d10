import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type DocumentHead, type Lineage, type LineageLink, lineageOf, matrixOf } from "../ask/document.ts";
import type { Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { LineageGraph, linkKey } from "../graph/lineage-graph.tsx";
import { Choice } from "../parts/choice.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { EvidenceList } from "../parts/evidence-list.tsx";
import { DocumentLink } from "../parts/links.tsx";
import { Panel } from "../parts/panel.tsx";
import { Nothing, Show } from "../parts/states.tsx";
import { changed } from "../core/url.ts";
import { clipped, summaryOf } from "../words/format.ts";
import { useWords } from "../words/say.ts";

const USUAL = ["IMPLEMENTS", "BASED_ON", "CONTINUES", "REPLACES", "AMENDS"];

export function LineageTab({ head, place }: { readonly head: DocumentHead; readonly place: Place }): JSX.Element {
  const { say, language } = useWords();
  const direction = place.query.get("way") ?? "BOTH";
  const relations = place.query.get("also") === "mentions" ? [...USUAL, "MENTIONS"] : USUAL;
  const answer = useAnswer(lineageOf, { id: head.id, direction, relations });
  const withTasks = place.query.get("tasks");
  const tasks = useAnswer(matrixOf, withTasks === null ? null : { id: withTasks });
  const found = withTasks !== null && tasks.state === "ready" ? tasks.value.matrix : null;
  const drawn = useMemo(
    () =>
      found === null || withTasks === null
        ? null
        : {
            document: withTasks,
            items: found.tasks.map((task) => ({
              id: task.id,
              label: clipped(`${task.section ?? ""} ${summaryOf(task, language) ?? task.address ?? ""}`, 62),
            })),
          },
    [found, withTasks, language],
  );
  return (
    <Show answer={answer}>
      {({ lineage }) =>
        lineage === null ? (
          <Nothing>{say("empty")}</Nothing>
        ) : (
          <>
            <LineageGraph
              lineage={lineage}
              chosen={place.query.get("link")}
              tasks={drawn}
              tools={<Tools lineage={lineage} />}
            />
            <Legend />
            {lineage.loops.map((loop) => (
              <p class="notice" key={loop.join()}>
                {say("lineageLoops", { which: namesIn(lineage, loop) })}
              </p>
            ))}
            {lineage.truncated ? <p class="notice">{say("truncated")}</p> : null}
            <h2>{say("asList")}</h2>
            <LinkTable lineage={lineage} />
            <LinkPanel lineage={lineage} chosen={place.query.get("link")} />
          </>
        )
      }
    </Show>
  );
}

function Tools({ lineage }: { readonly lineage: Lineage }): JSX.Element {
  const { say } = useWords();
  const held = lineage.nodes.filter((node) => node.held && node.taskCount > 0);
  return (
    <>
      <Choice
        name="way"
        label={say("direction")}
        options={[
          { value: "", label: say("BOTH") },
          { value: "UP", label: say("UP") },
          { value: "DOWN", label: say("DOWN") },
        ]}
      />
      <Choice
        name="also"
        label={say("alsoMentions")}
        options={[
          { value: "", label: say("noTasks") },
          { value: "mentions", label: say("showMentions") },
        ]}
      />
      <Choice
        name="tasks"
        label={say("showTasks")}
        options={[
          { value: "", label: say("noTasks") },
          ...held.map(({ document }) => ({ value: document.id, label: clipped(document.name ?? document.id, 60) })),
        ]}
      />
    </>
  );
}

function Legend(): JSX.Element {
  const { say } = useWords();
  return (
    <ul class="legend" aria-label={say("legend")}>
      <li>
        <span class="key key-held" aria-hidden="true">
          ●
        </span>{" "}
        {say("held")}
      </li>
      <li>
        <span class="key key-cited" aria-hidden="true">
          ○
        </span>{" "}
        {say("notHeld")}
      </li>
      <li>
        <span class="key key-direct" aria-hidden="true" /> {say("direct")}: {say("helpDirect")}
      </li>
      <li>
        <span class="key key-indirect" aria-hidden="true" /> {say("indirect")}: {say("helpIndirect")}
      </li>
    </ul>
  );
}

/** Every link with its evidence, for those who read rather than look. */
function LinkTable({ lineage }: { readonly lineage: Lineage }): JSX.Element {
  const { say } = useWords();
  const documents = new Map(lineage.nodes.map(({ document }) => [document.id, document]));
  const named = (id: string): string => documents.get(id)?.name ?? id;
  const linked = (id: string): JSX.Element | string => {
    const found = documents.get(id);
    return found === undefined ? id : <DocumentLink document={found} />;
  };
  const how = ({ direct, statedBy, evidence }: LineageLink): string =>
    [
      say(direct ? "direct" : "indirect"),
      statedBy === null
        ? evidence[0]?.standing === "REGISTRY"
          ? say("fromRegistry")
          : ""
        : say("statedBy", { who: named(statedBy) }),
    ]
      .filter((part) => part !== "")
      .join(", ");
  const columns: readonly Column<LineageLink>[] = [
    {
      key: "from",
      title: say("document"),
      value: ({ from }) => named(from),
      cell: ({ from }) => linked(from),
      kind: "wide",
    },
    { key: "relation", title: say("link"), value: ({ relation }) => say(relation) },
    { key: "to", title: say("comesFrom"), value: ({ to }) => named(to), cell: ({ to }) => linked(to), kind: "wide" },
    { key: "how", title: say("via"), value: how },
    {
      key: "evidence",
      title: say("evidence"),
      value: ({ evidence }) => evidence.length,
      cell: (link) => (
        <a href={changed({ link: linkKey(link), task: null })}>{say("evidenceCount", { n: link.evidence.length })}</a>
      ),
      kind: "narrow",
    },
  ];
  return (
    <DataTable
      name={`${say("lineage")} ${lineage.root.name ?? ""}`}
      rows={lineage.links}
      columns={columns}
      id={linkKey}
    />
  );
}

function LinkPanel({
  lineage,
  chosen,
}: {
  readonly lineage: Lineage;
  readonly chosen: string | null;
}): JSX.Element | null {
  const { say } = useWords();
  const link = lineage.links.find((each) => linkKey(each) === chosen);
  if (link === undefined) return null;
  const document = (id: string): JSX.Element => {
    const node = lineage.nodes.find((each) => each.document.id === id);
    return node === undefined ? <>{id}</> : <DocumentLink document={node.document} />;
  };
  return (
    <Panel name={say("linkEvidence")} subject={chosen ?? ""}>
      <p>{document(link.from)}</p>
      <p class="relation-line">
        {say(link.relation)} · {say(link.direct ? "direct" : "indirect")}
        {link.statedBy === null ? null : (
          <>
            {" "}
            ·{" "}
            {say("statedBy", {
              who: lineage.nodes.find((each) => each.document.id === link.statedBy)?.document.name ?? link.statedBy,
            })}
          </>
        )}
      </p>
      <p>{document(link.to)}</p>
      <h3>{say("evidence")}</h3>
      <EvidenceList evidence={link.evidence} />
    </Panel>
  );
}

function namesIn({ nodes }: Lineage, ids: readonly string[]): string {
  const names = new Map(nodes.map(({ document }) => [document.id, document.name ?? document.id]));
  return ids.map((id) => names.get(id) ?? id).join(", ");
}

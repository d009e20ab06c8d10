import type { JSX } from "preact";
import { type CorpusDocument, documentList, DOCUMENTS_A_PAGE, placeList } from "../ask/corpus.ts";
import { change, type Place } from "../core/url.ts";
import { useAnswer } from "../core/use-answer.ts";
import { Choice } from "../parts/choice.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { DocumentLink } from "../parts/links.tsx";
import { HeldMark } from "../parts/marks.tsx";
import { Show } from "../parts/states.tsx";
import { documentDay } from "../words/format.ts";
import { useWords } from "../words/say.ts";

export function DocumentsPage({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const held = place.query.get("held") ?? "";
  const where = {
    ...(held === "" ? {} : { held: { eq: held === "yes" } }),
    ...(place.query.get("place") ? { places: { some: { id: { eq: place.query.get("place") } } } } : {}),
  };
  const offset = Number(place.query.get("from") ?? 0);
  const answer = useAnswer(documentList, { where, limit: DOCUMENTS_A_PAGE, offset });
  return (
    <>
      <h1>{say("documents")}</h1>
      <Show answer={answer}>
        {({ documents, documentsConnection: { totalCount } }) => (
          <>
            <DocumentTable
              documents={documents}
              name={say("documents")}
              total={totalCount}
              tools={<DocumentFilters />}
            />
            {offset + documents.length < totalCount ? (
              <button type="button" class="more" onClick={() => change({ from: String(offset + DOCUMENTS_A_PAGE) })}>
                {say("showMore", { n: totalCount - offset - documents.length })}
              </button>
            ) : null}
          </>
        )}
      </Show>
    </>
  );
}

function DocumentFilters(): JSX.Element {
  const { say } = useWords();
  const places = useAnswer(placeList, {});
  const known = places.state === "ready" ? places.value.places : [];
  return (
    <>
      <Choice
        name="held"
        label={say("status")}
        options={[
          { value: "", label: say("all") },
          { value: "yes", label: say("held") },
          { value: "no", label: say("notHeld") },
        ]}
      />
      <Choice
        name="place"
        label={say("place")}
        options={[
          { value: "", label: say("anyPlace") },
          ...known.map(({ id, name }) => ({ value: id, label: name ?? id })),
        ]}
      />
    </>
  );
}

export function DocumentTable({
  documents,
  name,
  total,
  tools,
}: {
  readonly documents: readonly CorpusDocument[];
  readonly name: string;
  readonly total?: number;
  readonly tools?: JSX.Element;
}): JSX.Element {
  const { say } = useWords();
  const columns: readonly Column<CorpusDocument>[] = [
    {
      key: "name",
      title: say("name"),
      value: (row) => row.name ?? row.id,
      cell: (row) => <DocumentLink document={row} />,
      kind: "wide",
    },
    {
      key: "title",
      title: say("title"),
      value: (row) => row.title,
      cell: (row) => (
        <span class="clamp" title={row.title ?? ""}>
          {row.title}
        </span>
      ),
      kind: "wide",
    },
    { key: "issuer", title: say("issuer"), value: (row) => row.issuerName },
    {
      key: "day",
      title: say("issuedOn"),
      value: (row) => row.issuedOn ?? row.notBefore,
      cell: (row) => <span class={row.issuedOn === null ? "muted" : ""}>{documentDay(say, row)}</span>,
    },
    { key: "place", title: say("place"), value: (row) => row.places.map((each) => each.name).join(", ") },
    {
      key: "held",
      title: say("status"),
      value: (row) => say(row.held ? "held" : "notHeld"),
      cell: (row) => <HeldMark held={row.held} />,
    },
    { key: "tasks", title: say("tasks"), value: (row) => row.tasksConnection.totalCount, kind: "number" },
    { key: "carriers", title: say("carriers"), value: (row) => row.implementedByConnection.totalCount, kind: "number" },
  ];
  const more: readonly Column<CorpusDocument>[] = [{ key: "id", title: "id", value: ({ id }) => id }];
  return (
    <DataTable
      name={name}
      rows={documents}
      columns={columns}
      more={more}
      id={({ id }) => id}
      {...(total === undefined ? {} : { total })}
      tools={tools}
    />
  );
}

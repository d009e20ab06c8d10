import type { JSX } from "preact";
import type { DocumentHead } from "../ask/document.ts";
import { documentAddress } from "../core/url.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { AgencyLink } from "../parts/links.tsx";
import { useWords } from "../words/say.ts";

type Edge = DocumentHead["recipientsConnection"]["edges"][number];

export function Recipients({ head }: { readonly head: DocumentHead }): JSX.Element {
  const { say } = useWords();
  const columns: readonly Column<Edge>[] = [
    {
      key: "agency",
      title: say("agency"),
      value: ({ node }) => node.name ?? node.id,
      cell: ({ node }) => <AgencyLink agency={node} />,
      kind: "wide",
    },
    { key: "kind", title: say("kind"), value: ({ node }) => (node.collective ? say("group") : say("agency")) },
    {
      key: "evidence",
      title: say("evidence"),
      value: ({ properties }) => properties.words.join("; "),
      cell: ({ properties: { start, end, words } }) =>
        start.map((from, index) => (
          <a
            key={from}
            href={documentAddress(head.id, { tab: "reader", at: `${String(from)}-${String(end[index] ?? from)}` })}
          >
            <q lang="vi">{(words[index] ?? "").normalize("NFC")}</q>
          </a>
        )),
    },
  ];
  return (
    <DataTable
      name={`${say("recipients")} ${head.name ?? head.id}`}
      rows={head.recipientsConnection.edges}
      columns={columns}
      id={({ node }) => node.id}
    />
  );
}

import type { JSX } from "preact";
import type { AgencyHead, ResponsibilityPage } from "../ask/agency.ts";
import type { Agency, Role } from "../ask/shapes.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { AgencyLink } from "../parts/links.tsx";
import { useWords } from "../words/say.ts";

interface Partner {
  readonly agency: Agency;
  /** Tasks in which it leads while the partner cooperates, the other way round, and both in the same role. */
  readonly forUs: number;
  readonly forThem: number;
  readonly alike: number;
  readonly total: number;
}

/** With whom it works, counted over the tasks that both have a part in. */
export function AgencyWorksWith({
  page,
  agency,
}: {
  readonly page: ResponsibilityPage;
  readonly agency: AgencyHead;
}): JSX.Element {
  const { say } = useWords();
  const partners = partnersIn(page);
  const most = Math.max(1, ...partners.map(({ total }) => total));
  const columns: readonly Column<Partner>[] = [
    {
      key: "agency",
      title: say("agency"),
      value: (row) => row.agency.name ?? row.agency.id,
      cell: (row) => <AgencyLink agency={row.agency} />,
      kind: "wide",
    },
    {
      key: "total",
      title: say("tasks"),
      value: ({ total }) => total,
      cell: ({ total }) => (
        <span class="bar-cell">
          <span class="bar" style={{ width: `${String(Math.round((120 * total) / most))}px` }} aria-hidden="true" />{" "}
          {total}
        </span>
      ),
      kind: "number",
    },
    { key: "us", title: say("weLead"), value: ({ forUs }) => forUs, kind: "number" },
    {
      key: "them",
      title: say("weCooperate"),
      value: ({ forThem }) => forThem,
      kind: "number",
    },
    { key: "alike", title: say("alike"), value: ({ alike }) => alike, kind: "number" },
  ];
  return (
    <DataTable
      name={`${say("works")} ${agency.name ?? agency.id}`}
      rows={partners}
      columns={columns}
      id={(row) => row.agency.id}
    />
  );
}

function partnersIn(page: ResponsibilityPage): readonly Partner[] {
  const partners = new Map<string, Partner>();
  for (const { role, task, others } of page.items) {
    if (task === null) continue;
    for (const other of others) {
      const known = partners.get(other.agency.id) ?? { agency: other.agency, forUs: 0, forThem: 0, alike: 0, total: 0 };
      const { forUs, forThem, alike, total } = known;
      const [us, them] = [rank(role), rank(other.role)];
      partners.set(other.agency.id, {
        agency: other.agency,
        total: total + 1,
        forUs: forUs + Number(us < them),
        forThem: forThem + Number(us > them),
        alike: alike + Number(us === them),
      });
    }
  }
  return [...partners.values()].sort(
    (a, b) => b.total - a.total || (a.agency.name ?? "").localeCompare(b.agency.name ?? "", "vi"),
  );
}

const rank = (role: Role): number => (role === "LEADS" ? 0 : 1);

/** Answers of a made-up API: a lineage of so many documents and a matrix of so many tasks and agencies, as large as a page may get. */
export function madeUp({
  documents,
  tasks,
  agencies,
}: {
  readonly documents: number;
  readonly tasks: number;
  readonly agencies: number;
}) {
  const document = (index: number) => ({
    id: `vn/made-up/${String(index)}`,
    name: `Kế hoạch ${String(index)}-KH/UBND`,
    title: "Kế hoạch bịa để đo",
    held: index % 3 > 0,
    issuedOn: "2024-05-29",
    notBefore: null,
  });
  const nodes = Array.from({ length: documents }, (_, index) => ({
    document: document(index),
    distance: depthOf(index),
    held: index % 3 > 0,
    taskCount: index % 40,
  }));
  const link = (from: number, to: number, direct: boolean) => ({
    from: document(from).id,
    to: document(to).id,
    relation: "IMPLEMENTS",
    direct,
    statedBy: null,
    evidence: [],
  });
  const links = nodes.slice(1).flatMap((_, index) => {
    const at = index + 1;
    const above = Math.floor((at - 1) / 7);
    return above === 0
      ? [link(at, above, true)]
      : [link(at, above, true), link(at, Math.floor((above - 1) / 7), false)];
  });
  return {
    lineage: { root: document(0), nodes, links, truncated: false },
    matrix: matrix(tasks, agencies),
    head: {
      ...document(0),
      ...{ kind: "KH", number: "0", symbol: null, issuerName: null, periodFrom: null, periodTo: null, conflict: false },
      ...{ diagnostics: [], places: [], issuedBy: [], targets: [], held: true },
      signedByConnection: { edges: [] },
      recipientsConnection: { totalCount: 0, edges: [] },
      tasksConnection: { totalCount: tasks },
      basedOnConnection: { edges: [] },
      implementsConnection: { edges: [] },
    },
  };
}

function depthOf(index: number): number {
  return index === 0 ? 0 : depthOf(Math.floor((index - 1) / 7)) + 1;
}

function matrix(tasks: number, agencies: number) {
  const task = (index: number) => ({
    ...{
      id: `t${String(index)}`,
      documentId: "vn/made-up/0",
      section: "II",
      address: `khoản ${String(index)}, Mục II`,
    },
    ...{
      ordinal: index + 1,
      headings: [],
      text: null,
      summaryVi: "Làm một việc bịa để đo.",
      summaryEn: "Do a made-up thing.",
    },
    ...{ dueText: null, dueFrom: null, dueTo: null, dueDay: null, recurs: null },
  });
  const agency = (index: number) => ({
    id: `a${String(index)}`,
    name: `Sở bịa số ${String(index)}`,
    collective: false,
    membersKnown: null,
  });
  const cells = Array.from({ length: tasks * agencies }, (_, index) => ({
    ...{ task: `t${String(Math.floor(index / agencies))}`, agency: `a${String(index % agencies)}` },
    ...{ role: index % 9 === 0 ? "LEADS" : "COOPERATES", basis: "STATED", inherited: false, scope: "ALL" },
  })).filter((_, index) => index % 3 === 0);
  return {
    tasks: Array.from({ length: tasks }, (_, index) => task(index)),
    agencies: Array.from({ length: agencies }, (_, index) => agency(index)),
    cells,
    truncated: false,
  };
}

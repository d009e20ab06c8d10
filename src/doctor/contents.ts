import { applyReview } from "../facts/apply-review.ts";
import { FactsError, parseFacts } from "../facts/read-facts.ts";
import { reviewFile } from "../facts/review.ts";
import { brokenOff } from "../archive/fill.ts";
import { placesKnown, sources } from "../archive/statements.ts";
import { registryHash } from "../graph/load/load.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { MAKE_ANEW, type Finding } from "./finding.ts";
import { heldWithCounts, orphans, withoutEvidence } from "./statements.ts";

/** What is wrong with what a store holds. Reads the facts of every document, one at a time. */
export async function contentFindings(store: Store): Promise<readonly Finding[]> {
  const findings: Finding[] = [...(await wholeFindings(store)), ...(await orphanFindings(store))];
  for (const held of await read(store, heldWithCounts, {})) findings.push(...(await documentFindings(store, held)));
  return findings;
}

async function wholeFindings(store: Store): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const from = await brokenOff(store);
  if (from !== null)
    findings.push({
      code: "RESTORE_BROKEN_OFF",
      severity: "error",
      what: `what is in ${store.place} comes from ${from}, and the restore was broken off`,
      means: "documents are missing",
      mend: `run the restore or the copy from ${from} again: it begins from nothing by itself`,
    });
  const places = await read(store, placesKnown, {});
  const older = places.filter(({ registry }) => registry !== registryHash());
  if (older.length > 0)
    findings.push({
      code: "REGISTRY_DIFFERS",
      severity: "warning",
      what: `what the store knows of ${older.length} place${older.length === 1 ? "" : "s"} (${older[0]?.id ?? ""} …) comes from another registry than this version's`,
      means: "bodies, groups and successions are as another version knew them",
      mend: MAKE_ANEW,
    });
  return findings;
}

async function orphanFindings(store: Store): Promise<readonly Finding[]> {
  const lone = (await read(store, orphans, {})).filter(({ count }) => count > 0);
  const blind = await read(store, withoutEvidence, {});
  return [
    ...lone.map(({ label, count, example }): Finding => ({
      code: "ORPHANS",
      severity: "warning",
      what: `${count} ${label} node${count === 1 ? "" : "s"} belong to nothing, such as ${example ?? "one without a name"}`,
      means:
        label === "Source"
          ? "a text is kept that no document is read from"
          : "lists and counts show what no document says",
      mend: label === "Source" ? "load or ingest that text again" : MAKE_ANEW,
    })),
    ...blind.map(({ type, count, owner }): Finding => ({
      code: "NO_EVIDENCE",
      severity: "error",
      what: `${count} ${type} edge${count === 1 ? "" : "s"} do not tell where they stand, such as one of ${owner}`,
      means: "an answer rests on something that no text proves",
      mend: MAKE_ANEW,
    })),
  ];
}

type Held = Awaited<ReturnType<typeof read<typeof heldWithCounts.params, typeof heldWithCounts.row>>>[number];

async function documentFindings(store: Store, held: Held): Promise<readonly Finding[]> {
  return [...claimFindings(held), ...(await factsFindings(store, held))];
}

function claimFindings({ id, conflict }: Held): readonly Finding[] {
  const findings: Finding[] = [];
  if (conflict)
    findings.push({
      code: "CLAIMED_TWICE",
      severity: "warning",
      what: `${id} is claimed by two texts`,
      means: "both are kept, one of them under an id of its own",
      mend: `find out which is right, and name the other: mandate review "${id}" --identify ID --reason WORDS`,
    });
  if (id.startsWith("vn/~"))
    findings.push({
      code: "NO_PROVINCE",
      severity: "warning",
      what: `${id} names no province`,
      means: "its bodies meet those of no other document",
      mend: `mandate review "${id}" --province PROVINCE --reason WORDS`,
    });
  return findings;
}

async function factsFindings(store: Store, held: Held): Promise<readonly Finding[]> {
  const { id, sha256 } = held;
  const [kept] = sha256 === null ? [] : await read(store, sources.read, { sha256 });
  if (kept === undefined)
    return [
      {
        code: "NO_FACTS",
        severity: "error",
        what: `${id} is held, but the facts it was made from are not`,
        means: "it cannot be reviewed, kept in a backup or made again",
        mend: "load its facts file or ingest its text again",
      },
    ];
  try {
    const facts = parseFacts(kept.facts ?? "", `the facts of ${kept.name}`);
    const review = reviewFile.parse(JSON.parse(kept.review ?? "null"));
    const applied = applyReview(facts, review, kept.text);
    return [
      ...applied.unplaced.map(({ id: decision, why }) => unplaced(id, decision, why)),
      ...disagreements(held, applied.facts, kept.text),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/gu, " ") : String(error);
    return [
      {
        code: "BAD_FACTS",
        severity: "error",
        what: `${id}: ${error instanceof FactsError ? reason : `its review is none: ${reason.slice(0, 200)}`}`,
        means: "the document answers as it was loaded, but cannot be reviewed or made again",
        mend: "load its facts file or ingest its text again",
      },
    ];
  }
}

function unplaced(document: string, decision: string, why: string): Finding {
  return {
    code: "REVIEW_UNPLACED",
    severity: "warning",
    what: `${document}: the decision ${decision} finds no place any more: ${why}`,
    means: "what was decided is not in the graph",
    mend: `decide anew, or take it back: mandate review "${document}" --undo ${decision}`,
  };
}

function disagreements(
  { id, tasks, targets, wordless }: Held,
  facts: { readonly tasks: readonly unknown[]; readonly targets: readonly unknown[] },
  text: string | null,
): readonly Finding[] {
  const said = (what: string, means: string): Finding => ({
    code: "GRAPH_DISAGREES",
    severity: "error",
    what: `${id}: ${what}`,
    means,
    mend: MAKE_ANEW,
  });
  return [
    ...(tasks === facts.tasks.length
      ? []
      : [said(`the graph has ${tasks} tasks, its facts ${facts.tasks.length}`, "answers lack tasks or show others")]),
    ...(targets === facts.targets.length
      ? []
      : [
          said(
            `the graph has ${targets} targets, its facts ${facts.targets.length}`,
            "answers lack targets or show others",
          ),
        ]),
    ...(text !== null && wordless > 0
      ? [
          said(
            `${wordless} tasks have no words, though the text is kept`,
            "tasks show no words, and searches miss them",
          ),
        ]
      : []),
  ];
}

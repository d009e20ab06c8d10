import { mermaidLabel } from "../../formats/mermaid-label.ts";
import { groupBy } from "../../group-by.ts";
import { dayInWords } from "../../graph/names.ts";
import type { DocumentBrief } from "../../questions/documents.ts";
import type { Lineage, LineageLink } from "../../questions/lineage.ts";
import { evidenceLine } from "./evidence.ts";
import { treeLines, type Branch } from "./tree.ts";

type Briefs = ReadonlyMap<string, DocumentBrief>;
const UPWARDS: Readonly<Record<LineageLink["relation"], string>> = {
  IMPLEMENTS: "carries out",
  BASED_ON: "rests on",
  MENTIONS: "mentions",
  CONTINUES: "continues",
  REPLACES: "replaces",
  AMENDS: "amends",
};
const DOWNWARDS: Readonly<Record<LineageLink["relation"], string>> = {
  IMPLEMENTS: "carried out by",
  BASED_ON: "basis of",
  MENTIONS: "mentioned by",
  CONTINUES: "continued by",
  REPLACES: "replaced by",
  AMENDS: "amended by",
};

/** A lineage as a tree: where the document comes from, who carries it further, and, apart, who mentions it. */
export function lineageTree(answer: Lineage, mentions: Lineage | null, briefs: Briefs, evidence: boolean): string {
  const lines = [title(answer.root, briefs), ...subtitle(briefs.get(answer.root))];
  const part = (head: string, branches: readonly Branch[]): void => {
    if (branches.length > 0) lines.push("", head, ...treeLines(branches));
  };
  part("Comes from", branchesOf(answer, briefs, "up", evidence));
  part("Carried further", branchesOf(answer, briefs, "down", evidence));
  if (mentions !== null) {
    part("Mentions (no more than that)", branchesOf(mentions, briefs, "up", evidence));
    part("Mentioned by (no more than that)", branchesOf(mentions, briefs, "down", evidence));
  }
  if (lines.length <= 2) lines.push("", "Nothing is known of what it comes from or who carries it further.");
  for (const loop of answer.loops)
    lines.push("", `In a circle: ${loop.map((id) => briefs.get(id)?.name ?? id).join(", ")}.`);
  if (answer.truncated) lines.push("", "Cut: there is more (raise --depth).");
  return `${lines.join("\n")}\n`;
}

function branchesOf(
  { root, links }: Lineage,
  briefs: Briefs,
  way: "up" | "down",
  evidence: boolean,
): readonly Branch[] {
  const [here, there] = way === "up" ? (["from", "to"] as const) : (["to", "from"] as const);
  const byEnd = groupBy(links, (link) => link[here]);
  const shown = new Set([root]);
  const below = (id: string): Branch[] => {
    const next = byEnd.get(id) ?? [];
    // What direct links reach elsewhere is drawn there; an indirect link is drawn only where nothing else leads.
    const drawn = next.filter(
      (link) => link.direct || !links.some((other) => other.direct && other[there] === link[there]),
    );
    return drawn.map((link) => {
      const target = link[there];
      const again = shown.has(target);
      shown.add(target);
      const name = (way === "up" ? UPWARDS : DOWNWARDS)[link.relation];
      const how = `${name}${link.direct ? "" : " (indirectly)"}`;
      const said = saying(link, briefs);
      return {
        line: `${how}: ${title(target, briefs)}${said}${again ? " (see above)" : ""}`,
        notes: evidence ? link.evidence.map((each) => `· ${evidenceLine(each)}`) : [],
        children: again ? [] : below(target),
      };
    });
  };
  return below(root);
}

/** By whom the link is said, where the later document itself does not. */
function saying({ statedBy, evidence }: LineageLink, briefs: Briefs): string {
  if (evidence.every((each) => each.standing === "REGISTRY")) return " — as the registry says";
  if (statedBy === null) return "";
  const others = new Set(evidence.map((each) => each.document)).size - 1;
  const name = briefs.get(statedBy)?.name ?? statedBy;
  return others === 0 ? ` — as ${name} says` : ` — as ${name} and ${others} more say`;
}

/** "● Kế hoạch 177-KH/TU An Giang, 29/5/2024 · 28 tasks"; a hollow dot where the text is not held. */
function title(id: string, briefs: Briefs): string {
  const brief = briefs.get(id);
  if (brief === undefined) return id;
  const { name, issuedOn, held, taskCount, conflict } = brief;
  const day = issuedOn === null ? "" : `, ${dayInWords(issuedOn)}`;
  const state = held ? ` · held, ${taskCount} task${taskCount === 1 ? "" : "s"}` : " · not held";
  return `${held ? "●" : "○"} ${name}${day}${state}${conflict ? " · CONFLICT" : ""}`;
}

function subtitle(brief: DocumentBrief | undefined): readonly string[] {
  if (brief === undefined) return [];
  return [[brief.title, brief.id].filter((text) => text !== null).join("\n  ")].map((text) => `  ${text}`);
}

/** The same as a Mermaid flowchart, from the first source at the top to the last plan at the bottom. */
export function lineageMermaid({ nodes, links }: Lineage, briefs: Briefs): string {
  const names = new Map(nodes.map(({ document }, index) => [document, `d${index}`]));
  const box = ({ document, held }: Lineage["nodes"][number]): string => {
    const label = mermaidLabel(briefs.get(document)?.name ?? document);
    return `  ${names.get(document) ?? ""}${held ? `["${label}"]` : `(["${label}"])`}`;
  };
  const arrow = ({ from, to, relation, direct }: LineageLink): string =>
    `  ${names.get(to) ?? ""} ${direct ? "-->" : "-.->"}|${DOWNWARDS[relation]}| ${names.get(from) ?? ""}`;
  return ["flowchart TD", ...nodes.map(box), ...links.map(arrow), ""].join("\n");
}

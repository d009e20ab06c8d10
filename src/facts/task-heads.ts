import type { AgencyMention } from "../recognise/mention.ts";
import type { Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { mentionsIn, type Reading } from "./context.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { TaskPart } from "./task-parts.ts";

interface Inherited {
  readonly leads: readonly TaskPart[];
  readonly cooperates: readonly TaskPart[];
  readonly directed: readonly TaskPart[];
}

const NOTHING: Inherited = { leads: [], cooperates: [], directed: [] };

/** What the heads above an item say: the nearest that names somebody. */
export function inherited(
  node: SectionNode,
  rolesOf: (node: SectionNode) => Roles,
  kinds: ReadonlyMap<SectionNode, TaskKind>,
  reading: Reading,
): Inherited {
  for (let step: SectionNode = node; ;) {
    const heads = [step.intro, step.parent].filter((head) => head !== null);
    for (const head of heads) {
      if (!gives(head, kinds, reading, node)) continue;
      const { leads, cooperates, directed } = rolesOf(head);
      if (leads.length === 0 && cooperates.length === 0) continue;
      const part = (mention: AgencyMention): TaskPart => ({ mention, basis: "assigned", inherited: true });
      return {
        leads: leads.map((lead) => ({ ...lead, inherited: true })),
        cooperates: cooperates.map(part),
        directed: directed.map(part),
      };
    }
    if (step.parent === null) return NOTHING;
    step = step.parent;
  }
}

// Matches what a heading says of the body besides its name: " - Cơ quan thường trực", " (đơn vị đầu mối)", ", cơ quan thường trực Ban Chỉ đạo".
const STANDING =
  /^ ?[-–,(] ?(?:la )?(?:co quan|don vi|bo phan) (?:thuong truc|dau moi|chu tri|giup viec|tham muu|chu quan|chuyen trach)[^.;:]{0,60}$/u;

/** Heads that end in ":", headings that are nothing but bodies, and an item that its own paragraphs go on from. */
function gives(
  head: SectionNode,
  kinds: ReadonlyMap<SectionNode, TaskKind>,
  reading: Reading,
  node: SectionNode,
): boolean {
  const kind = kinds.get(head);
  if (kind === "head") return true;
  if (kind === "task") return node.style === "paragraph" && head === node.parent;
  if (kind !== "heading") return false;
  const { start, end } = head.content;
  const inside = mentionsIn(reading.mentions, start, end);
  const last = inside.at(-1);
  if (inside[0] === undefined || last === undefined) return false;
  const { folded } = reading.layout.view;
  const before = folded.slice(start, inside[0].start);
  // "3. Sở Nội vụ", "Trách nhiệm của các sở", and whole sentences over dashes.
  const isNameOnly =
    /^["“ ]*(?:trach nhiem cua |doi voi |nhiem vu cua )?(?:cac )?(?:giam doc |thu truong |hieu truong |chu tich |truong )?(?:cac )?$/u.test(
      before,
    ) &&
    folded
      .slice(last.end, end)
      .replace(/co lien quan|lien quan/u, "")
      .replace(STANDING, "")
      .trim().length < 6;
  return (
    isNameOnly ||
    (/[.]["”*]?\s*$/u.test(folded.slice(start, end)) && before.trim() === "" && rolesSay(folded.slice(start, end)))
  );
}

function rolesSay(folded: string): boolean {
  return /chu tri|co trach nhiem|chiu trach nhiem/u.test(folded);
}

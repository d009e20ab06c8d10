import { deadlineOf, timesIn, type TimeMention } from "../recognise/deadlines.ts";
import type { AgencyMention } from "../recognise/mention.ts";
import { rolesIn, type Roles } from "../recognise/roles.ts";
import type { SectionNode } from "../text/sections.ts";
import { assignmentFields, carriesOutAbove, type AssignmentField } from "./assignment-lines.ts";
import { mentionsIn, type Reading } from "./context.ts";
import { purposeOf } from "./purpose.ts";
import { trimmedRange } from "./spans.ts";

/** A body's part in a task, with where it is named. */
export interface TaskPart {
  readonly mention: AgencyMention;
  readonly basis: "stated" | "assigned";
  readonly inherited: boolean;
}

/** A task as it was read: ranges are of the view. */
export interface TaskReading {
  readonly node: SectionNode;
  readonly start: number;
  readonly end: number;
  leads: readonly TaskPart[];
  cooperates: readonly TaskPart[];
  directed: readonly TaskPart[];
  cue: Roles["cue"];
  deadline: TimeMention | null;
}

type Kind = "task" | "head" | "heading" | "assignment" | "none";

// Matches what ends a document and orders nothing of its own.
const CLOSING =
  /^(?:tren day la|trong qua trinh|nhan duoc|(?:ke hoach|chi thi|chuong trinh|nghi quyet|quyet dinh|ket luan|huong dan|thong bao|cong van|cong dien)(?: hanh dong)? nay (?:co hieu luc|duoc|pho bien|thay the|da|thay|se)|yeu cau (?:[^.;]{0,240})(?:nghiem tuc|khan truong|trien khai|to chuc) (?:[^.;]{0,40})(?:thuc hien|trien khai)[^;]{0,120}$|(?:uy ban nhan dan|ubnd|so|bo|ban|chu tich|tinh uy|thanh uy)[^.;:]{0,80}(?:yeu cau|de nghi|thong bao)[^.;:]{0,160}(?:nghiem tuc|trien khai|khan truong|thuc hien|quan tam)[^;:]{0,120}$)/u;
// Matches a paragraph that only points elsewhere: "… được nêu tại Phụ lục kèm theo".
const POINTS_ELSEWHERE =
  /(?:phu luc|bieu|danh muc|bang)(?: [\p{L}\d.]+){0,4} (?:kem theo|dinh kem)|(?:chi tiet|noi dung cu the|nhiem vu cu the)[^.;]{0,60}(?:phu luc|bieu)/u;
const NO_ORDER_ARTICLE =
  /^(?:ban hanh (?:kem theo|quy|ke hoach|chuong trinh|danh muc|de an)|phe duyet|quyet dinh nay|nghi quyet nay|thong tu nay|cong bo|thanh lap|bai bo|sua doi|pham vi dieu chinh|doi tuong ap dung|giai thich tu ngu|hieu luc)/u;

/** The tasks of the outline, in text order, with what they inherit. */
export function readTasks(reading: Reading, nodes: readonly SectionNode[]): readonly TaskReading[] {
  const kinds = new Map(nodes.map((node) => [node, kindOf(reading, node)]));
  const roles = new Map<SectionNode, Roles>();
  const rolesOf = (node: SectionNode): Roles => {
    let known = roles.get(node);
    if (known === undefined) {
      const { start, end } = node.content;
      known = rolesIn(reading.layout.view, start, end, mentionsIn(reading.mentions, start, end));
      roles.set(node, known);
    }
    return known;
  };
  const tasks: TaskReading[] = [];
  for (const node of nodes) {
    const kind = kinds.get(node);
    if (kind === "task")
      tasks.push(node.row === null ? itemTask(reading, node, rolesOf, kinds) : rowTask(reading, node));
    else if (kind === "assignment") assign(reading, node, tasks, rolesOf(node));
  }
  for (const node of nodes) if (kinds.get(node) === "task") orderSection(reading, node, tasks);
  return tasks;
}

function kindOf(reading: Reading, node: SectionNode): Kind {
  const { view } = reading.layout;
  const { start, end } = node.content;
  const folded = view.folded.slice(start, end).trim();
  if (folded === "") return "none";
  if (node.row !== null) return purposeOf(node, view) === "aims" ? "none" : "task";
  if (node.style === "annex" || node.style === "part" || node.style === "chapter") return "heading";
  if (isAssignment(reading, node)) return "assignment";
  const isIntro = /:["”*\s]*$/u.test(folded);
  const marked = node.children.filter((child) => child.style !== "paragraph" && !isAssignment(reading, child));
  if (isIntro && (node.style === "paragraph" || marked.length > 0 || node.children.length > 0)) return "head";
  if (marked.length > 0) return "heading";
  const purpose = purposeOf(node, view);
  if (purpose === "aims") return "none";
  const paragraphs = node.children.filter((child) => child.style === "paragraph" && !isAssignment(reading, child));
  if (paragraphs.length > 0 && isTitle(folded, node)) return "heading";
  if (isHeadingOnly(folded, node)) return "heading";
  if (POINTS_ELSEWHERE.test(folded) && !hasLeads(reading, node)) return "none";
  if (node.style === "paragraph") {
    if (node.block.zone === "annex" && node.parent === null) return "none";
    if (CLOSING.test(folded) || folded.length < 25 || /^\(/u.test(folded)) return "none";
    if (node.parent === null && purpose === null && !hasLeads(reading, node)) return "none";
  }
  if (isArticleText(node, view.folded) && (NO_ORDER_ARTICLE.test(folded) || !hasLeads(reading, node))) return "none";
  return "task";
}

function hasLeads({ layout, mentions }: Reading, { content: { start, end } }: SectionNode): boolean {
  return rolesIn(layout.view, start, end, mentionsIn(mentions, start, end)).leads.length > 0;
}

/** True for what an article of a decision says by itself or directly below, unless the article is a titled part that gives work. */
function isArticleText(node: SectionNode, folded: string): boolean {
  if (node.style === "article") return true;
  const { parent } = node;
  if (parent?.style !== "article") return false;
  return !/^["“ ]*(?:nhiem vu|giai phap|cac nhiem vu|to chuc thuc hien|trach nhiem|noi dung|phan cong|kinh phi|nguon luc)/u.test(
    folded.slice(parent.content.start, parent.content.end),
  );
}

/** A title has no full stop and no second clause. */
function isTitle(folded: string, node: SectionNode): boolean {
  return node.style !== "dash" && node.style !== "plus" && !/[.;]["”*]?$/u.test(folded) && folded.length < 260;
}

/** A part's heading that nothing stands below. */
function isHeadingOnly(folded: string, node: SectionNode): boolean {
  return (
    (node.style === "roman" || node.style === "capital") &&
    node.children.length === 0 &&
    folded.length < 120 &&
    !/[.;]$/u.test(folded)
  );
}

function isAssignment(reading: Reading, node: SectionNode): boolean {
  const { view } = reading.layout;
  const { start, end } = node.content;
  if (node.row !== null || node.children.length > 0) return false;
  if (assignmentFields(view, start, end) !== null) return true;
  if (node.style !== "star" && node.style !== "paragraph") return false;
  const inside = mentionsIn(reading.mentions, start, end);
  const last = inside.at(-1);
  return (
    last !== undefined &&
    inside[0] !== undefined &&
    inside[0].start - start < 12 &&
    carriesOutAbove(view, last.end, end)
  );
}

function itemTask(
  reading: Reading,
  node: SectionNode,
  rolesOf: (node: SectionNode) => Roles,
  kinds: ReadonlyMap<SectionNode, Kind>,
): TaskReading {
  const { view } = reading.layout;
  const range = trimmedRange(view, node.content.start, node.content.end);
  const own = rolesOf(node);
  const above = inherited(node, rolesOf, kinds, reading);
  const leads =
    own.leads.length > 0
      ? own.leads.map((part) => ({ ...part, inherited: false }))
      : above.leads.map((part) => ({
          ...part,
          basis: own.saysLead ? ("stated" as const) : part.basis,
          inherited: true,
        }));
  const cooperates = own.cooperates.map((mention) => ({ mention, basis: "assigned" as const, inherited: false }));
  const takesAll = own.leads.length === 0 && own.cooperates.length === 0;
  return {
    node,
    ...range,
    leads,
    cooperates: takesAll ? above.cooperates.map((part) => ({ ...part, inherited: true })) : cooperates,
    directed: [
      ...own.directed.map((mention) => ({ mention, basis: "assigned" as const, inherited: false })),
      ...(own.leads.length === 0 ? above.directed.map((part) => ({ ...part, inherited: true })) : []),
    ],
    cue: own.cue,
    deadline: deadlineOf(timesIn(view, range.start, range.end, false)),
  };
}

interface Inherited {
  readonly leads: readonly TaskPart[];
  readonly cooperates: readonly TaskPart[];
  readonly directed: readonly TaskPart[];
}

const NOTHING: Inherited = { leads: [], cooperates: [], directed: [] };

/** What the heads above an item say: the nearest that names somebody. */
function inherited(
  node: SectionNode,
  rolesOf: (node: SectionNode) => Roles,
  kinds: ReadonlyMap<SectionNode, Kind>,
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

/** Heads that end in ":", headings that are nothing but bodies, and an item that its own paragraphs go on from. */
function gives(head: SectionNode, kinds: ReadonlyMap<SectionNode, Kind>, reading: Reading, node: SectionNode): boolean {
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
    /^["“ ]*(?:trach nhiem cua |doi voi |nhiem vu cua )?(?:cac )?(?:giam doc |thu truong |chu tich |truong )?(?:cac )?$/u.test(
      before,
    ) &&
    folded
      .slice(last.end, end)
      .replace(/co lien quan|lien quan/u, "")
      .trim().length < 6;
  return (
    isNameOnly ||
    (/[.]["”*]?\s*$/u.test(folded.slice(start, end)) && before.trim() === "" && rolesSay(folded.slice(start, end)))
  );
}

function rolesSay(folded: string): boolean {
  return /chu tri|co trach nhiem|chiu trach nhiem/u.test(folded);
}

/** A row: its cells give bodies and time. */
function rowTask(reading: Reading, node: SectionNode): TaskReading {
  const { view } = reading.layout;
  const row = node.row;
  const bodies = (cells: readonly { readonly start: number; readonly end: number }[]): readonly TaskPart[] =>
    distinct(
      reading,
      cells
        .flatMap(({ start, end }) => mentionsIn(reading.mentions, start, end))
        .map((mention) => ({ mention, basis: "stated" as const, inherited: false })),
    );
  const time = row?.time ?? null;
  const own = timesIn(view, node.content.start, node.content.end, false);
  return {
    node,
    ...trimmedRange(view, node.content.start, node.content.end),
    leads: bodies(row?.leads ?? []),
    cooperates: bodies(row?.cooperates ?? []),
    directed: [],
    cue: null,
    deadline: (time === null ? null : deadlineOf(timesIn(view, time.start, time.end, true))) ?? deadlineOf(own),
  };
}

function distinct(reading: Reading, parts: readonly TaskPart[]): readonly TaskPart[] {
  const seen = new Set<string>();
  return parts.filter(({ mention }) => {
    const id = reading.idOf(mention);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** An assignment line gives its bodies and its time to the tasks above it in its section that have none. */
function assign(reading: Reading, node: SectionNode, tasks: readonly TaskReading[], roles: Roles): void {
  const { view } = reading.layout;
  const fields = assignmentFields(view, node.content.start, node.content.end);
  // Below a last item that is a task itself the line speaks of the items beside it too.
  const last =
    node.parent !== null && tasks.some((task) => task.node === node.parent) && fields === null ? node.parent : null;
  const above = tasks.filter(
    (task) =>
      (last !== null && task.node.parent === last.parent && task.node.block.start < node.block.start) ||
      isAbove(
        task.node,
        node,
        fields !== null,
        (other) => assignmentFields(view, other.content.start, other.content.end) !== null,
      ),
  );
  const parts = (what: AssignmentField["gives"], basis: "stated" | "assigned"): readonly TaskPart[] =>
    distinct(
      reading,
      (fields ?? [])
        .filter(({ gives: given }) => given === what)
        .flatMap(({ start, end }) => mentionsIn(reading.mentions, start, end))
        .map((mention) => ({ mention, basis, inherited: true })),
    );
  const leads = fields === null ? roles.leads.map((part) => ({ ...part, inherited: true })) : parts("leads", "stated");
  const cooperates =
    fields === null
      ? roles.cooperates.map((mention) => ({ mention, basis: "assigned" as const, inherited: true }))
      : parts("cooperates", "assigned");
  const directed =
    fields === null ? roles.directed.map((mention) => ({ mention, basis: "assigned" as const, inherited: true })) : [];
  const time =
    fields === null
      ? deadlineOf(timesIn(view, node.content.start, node.content.end, false))
      : deadlineOf(
          fields
            .filter(({ gives: given }) => given === "time")
            .flatMap(({ start, end }) => timesIn(view, start, end, true)),
        );
  for (const task of above) {
    const hadLeads = task.leads.length > 0;
    if (!hadLeads && leads.length > 0) {
      task.leads = leads;
      task.directed = task.directed.length > 0 ? task.directed : directed;
      task.cue ??= roles.cue;
    }
    if (task.cooperates.length === 0 && (!hadLeads || fields !== null)) task.cooperates = cooperates;
    if (task.deadline === null && (!hadLeads || fields !== null)) task.deadline = time;
  }
}

/** True for a task that an assignment line speaks of: in its numbered section, or the item that it stands below. */
function isAbove(
  task: SectionNode,
  line: SectionNode,
  isField: boolean,
  isFieldLine: (node: SectionNode) => boolean,
): boolean {
  if (task === line.parent) return true;
  if (
    isField &&
    line.parent !== null &&
    !line.parent.children.some((child) => child.block.start < line.block.start && !isFieldLine(child))
  )
    return false;
  if (task.section !== line.section && !task.section.startsWith(`${line.section}.`)) return false;
  return task.block.start < line.block.start;
}

// Matches "tại khoản 2 Mục II", "tại Mục III của Kế hoạch này", "nêu tại điểm b, khoản 1, Mục II".
const NAMES_SECTION =
  /(?:tai|theo|trong|o) (?:(?:diem|tiet) (?<point>[a-zđ]|\d+(?:\.\d+)*),? )?(?:(?:khoan|muc|tiet|diem) (?<number>\d+(?:\.\d+)*),? )?(?:muc|phan|phan thu) (?<part>[ivx]+)(?![\p{L}])/u;

/** An order that names a section gives its body to every task there that names no lead. */
function orderSection(reading: Reading, node: SectionNode, tasks: readonly TaskReading[]): void {
  const { view } = reading.layout;
  const { start, end } = node.content;
  const match = NAMES_SECTION.exec(view.folded.slice(start, end));
  if (match === null) return;
  const { point, number, part = "" } = match.groups ?? {};
  // "điểm 3.3 khoản 3 Mục II" says its 3 twice.
  const below = point?.startsWith(`${number ?? ""}.`) === true ? [point] : [number, point];
  const section = [part.toUpperCase(), ...below].filter((step) => step !== undefined).join(".");
  const at = start + match.index;
  const sentenceStart = Math.max(start, view.folded.lastIndexOf(". ", at) + 1);
  const { leads, directed } = rolesIn(view, sentenceStart, at, mentionsIn(reading.mentions, sentenceStart, at));
  if (leads.length === 0) return;
  for (const task of tasks) {
    if (
      task.leads.length > 0 ||
      task.node === node ||
      !(task.node.section === section || task.node.section.startsWith(`${section}.`))
    )
      continue;
    task.leads = leads.map((lead) => ({ ...lead, inherited: true }));
    task.directed = directed.map((mention) => ({ mention, basis: "assigned", inherited: true }));
  }
}

import { keyFaults, placeIn } from "./check.ts";
import { factsFile, id as wellFormedId, type Facts } from "./model.ts";
import { isProvince, standing, type Anchor, type Decision, type PartName, type Review } from "./review.ts";
import { sketchOf, likeness } from "./sketch.ts";

/** Facts as people left them; what no longer fits is listed, never dropped in silence. */
export interface Applied {
  readonly facts: Facts;
  /** The summaries that found their task or target, with where it stands now. */
  readonly summaries: Review["summaries"];
  /** Decisions and summaries that found nothing any more, and decisions of what cannot be. */
  readonly unplaced: readonly { readonly id: string; readonly why: string }[];
}

type Fact = Readonly<Record<string, unknown>>;

type OnFact = Extract<Decision, { readonly action: "accept" | "reject" | "edit" }>;
/** Two places are one where their words are at least this much alike. */
const ALIKE = 0.5;

/** Applies what people decided of single facts. `text` lets decisions find their fact by its words, where the offsets have moved. */
export function applyReview(facts: Facts, review: Review, text: string | null = null): Applied {
  const unplaced: { id: string; why: string }[] = [];
  let current = facts;
  for (const decision of standing(review)) {
    const outcome = afterDecision(current, decision, text);
    if (typeof outcome === "string") unplaced.push({ id: decision.id, why: outcome });
    else current = outcome;
  }
  const summaries = review.summaries.flatMap((summary) => {
    const list: readonly Placed[] = summary.of === "task" ? current.tasks : current.targets;
    const place = find(list, summary, text);
    if (place !== null) return [{ ...summary, start: place.start }];
    unplaced.push({ id: `summary of ${summary.of} @${summary.start}`, why: "nothing stands there any more" });
    return [];
  });
  return { facts: current, summaries, unplaced };
}

/** The facts as one decision leaves them, or why it cannot be applied. What joins ids is applied by `identify`, and only looked at here. */
function afterDecision(current: Facts, decision: Decision, text: string | null): Facts | string {
  switch (decision.action) {
    case "describe":
      return checked({ ...current, document: { ...current.document, ...decision.set } });
    case "add": {
      const list = inOrder([...current[decision.part], { ...decision.value, reviewed: true }]);
      return checked({ ...current, [decision.part]: list }, decision.part);
    }
    case "accept":
    case "reject":
    case "edit":
      return changeFact(current, decision, text);
    case "identify": {
      const seen = checked({ ...current, document: { ...current.document, ...decision.document } });
      return typeof seen === "string" ? seen : current;
    }
    case "merge":
      return wellFormedId.safeParse(decision.into).success ? current : `into: "${short(decision.into)}" is no id`;
    case "place":
      return isProvince(decision.province)
        ? current
        : `province: "${short(decision.province)}" is none: write it as in ids, such as an-giang`;
  }
}

const short = (value: string): string => value.slice(0, 80);

function changeFact(facts: Facts, decision: OnFact, text: string | null): Facts | string {
  const list: readonly Fact[] = facts[decision.part];
  const found =
    decision.fact === undefined
      ? find(list.filter(isPlaced), decision.at, text)
      : list.find((each) => each["id"] === decision.fact);
  if (found === null || found === undefined) return `no fact of ${decision.part} is there any more`;
  const put = (into: readonly Fact[]): Facts | string => checked({ ...facts, [decision.part]: into }, decision.part);
  const rest = (made: Fact): readonly Fact[] => list.map((each) => (each === found ? made : each));
  switch (decision.action) {
    case "reject":
      return put(list.filter((each) => each !== found));
    case "accept":
      return put(rest({ ...found, reviewed: true }));
    case "edit":
      return put(rest({ ...found, ...decision.set, reviewed: true }));
  }
}

interface Placed extends Fact {
  readonly start: number;
  readonly end: number;
  readonly section?: string | null | undefined;
}

function isPlaced(fact: Fact): fact is Placed {
  return typeof fact["start"] === "number" && typeof fact["end"] === "number";
}

/** The fact at a place: the very same offset and section; else the one whose words are most alike; else, without words, the one that overlaps most. */
function find<T extends Placed>(list: readonly T[], at: Anchor, text: string | null): T | null {
  const same = list.filter(
    (each) => each.start === at.start && (at.section == null || each.section == null || each.section === at.section),
  );
  if (same.length > 0) return same.find((each) => each.end === at.end) ?? same[0] ?? null;
  const { sketch } = at;
  if (sketch !== undefined && sketch.length > 0 && text !== null) {
    const alike = list.map((each) => ({ each, share: likeness(sketch, sketchOf(text.slice(each.start, each.end))) }));
    return alike.filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share)[0]?.each ?? null;
  }
  const overlap = (each: T): number => Math.min(each.end, at.end ?? at.start + 1) - Math.max(each.start, at.start);
  return (
    list
      .filter((each) => overlap(each) > 0 && (at.section == null || each.section === at.section))
      .sort((a, b) => overlap(b) - overlap(a))[0] ?? null
  );
}

/** Facts that a decision made, or what is wrong with them, with its place in the fact of `part`. */
function checked(made: unknown, part?: PartName): Facts | string {
  const parsed = factsFile.safeParse(made);
  if (parsed.success) {
    const [fault] = keyFaults(parsed.data);
    return fault ?? parsed.data;
  }
  const [issue] = parsed.error.issues;
  const what = part === undefined ? "what it sets is no description of a document" : `it makes no fact of ${part}`;
  // The first two steps are the list, and a place in it that nobody counted; or the document.
  return `${what}: ${placeIn(issue?.path.slice(part === undefined ? 1 : 2) ?? [])}${issue?.message ?? ""}`;
}

/** Facts in text order, those without a place last. */
function inOrder(list: readonly Fact[]): readonly Fact[] {
  const start = (fact: Fact): number => (typeof fact["start"] === "number" ? fact["start"] : Number.POSITIVE_INFINITY);
  return list.some((fact) => typeof fact["start"] === "number") ? [...list].sort((a, b) => start(a) - start(b)) : list;
}

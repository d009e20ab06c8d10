import type { TextView } from "../text/view.ts";
import { isPrinted, type FormWords } from "./body-heads.ts";
import type { AgencyMention } from "./mention.ts";
import type { Token } from "./tokens.ts";
import { unionOf } from "./union-bodies.ts";

/** Words between the first comma of a list inside a name and its "và". */
const LONGEST_LIST = 12;
const BODY_STARTS = new Set(["so", "uy", "ubnd", "hdnd", "cong", "bo", "chi", "cuc", "tinh"]);

/** Matches ", thương mại và du lịch tỉnh": small subjects of a province's own body. */
export const SMALL_SUBJECTS =
  /^(?<subjects>(?:, \p{Ll}+ \p{Ll}+){1,3}) và \p{Ll}+ \p{Ll}+ (?:tỉnh|thành phố)(?![\p{L}])/u;

/** True where the name of a body of another kind begins: "Sở", "Ủy ban", "Cục". */
export function startsBody(token: Token): boolean {
  return BODY_STARTS.has(token.words[0] ?? "") && token.words[0] !== "cong";
}

/** True for mass organisations and the Front. */
export function hasBoardsOfItsOwn(local: string): boolean {
  return unionOf(local) !== null;
}

/**
 * Where a list inside a name ends that begins at a comma: "Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch". Its members are subjects, a capital and
 * small words; those of places have capitals alone. 0 where none begins.
 */
export function listEnd(
  view: TextView,
  tokens: readonly Token[],
  from: number,
  knownAt: ReadonlyMap<number, AgencyMention>,
  heads: FormWords["heads"],
): number {
  const comma = tokens[from]?.start ?? 0;
  const small = SMALL_SUBJECTS.exec(view.text.slice(comma - 2, comma + 60))?.groups?.["subjects"];
  if (small !== undefined) return comma - 2 + small.length;
  let isSubject = false;
  for (let at = from; at < from + LONGEST_LIST; at++) {
    const token = tokens[at];
    if (token === undefined) return 0;
    const begins = at === from || token.gap === ", ";
    const isAnd = token.words.length === 0;
    const first = isAnd ? tokens[at + 1] : token;
    if (first === undefined || !/^(?:, | )$/u.test(token.gap)) return 0;
    if (begins || isAnd) {
      // Each has a small word behind its capital: "Thương mại".
      if ((!begins && !isSubject) || !first.isCapital) return 0;
      if (knownAt.has(first.start) || startsBody(first) || startsForm(view, tokens, isAnd ? at + 1 : at, heads))
        return 0;
      const second = tokens[isAnd ? at + 2 : at + 1];
      isSubject = second?.gap === " " && !second.isCapital && second.words.length === 1;
      if (!isSubject) return 0;
      if (isAnd) return token.start;
    } else if (token.isCapital) return 0;
  }
  return 0;
}

/** True where another body's name begins: "Trường Đại học Đà Lạt và Viện Nghiên cứu hạt nhân". */
export function startsForm(
  { text }: TextView,
  tokens: readonly Token[],
  place: number,
  heads: FormWords["heads"],
): boolean {
  const found = heads.longest(tokens, place, () => true);
  const head = found?.values[0];
  return (
    head !== undefined &&
    found !== null &&
    isPrinted(text.slice(tokens[place]?.start, tokens[found.next - 1]?.end), head)
  );
}

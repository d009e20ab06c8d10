import type { TextView } from "../text/view.ts";
import { timesIn, type TimeMention } from "./deadlines.ts";
import type { AgencyMention } from "./mention.ts";
import { isListed } from "./roles.ts";

/** One leg of a reporting line: who reports where the text names it, to whom, through whom. */
export interface ReportMention {
  /** "sender": whoever is in charge of the item; else the bodies named. */
  readonly from: readonly AgencyMention[] | "sender" | "unnamed";
  readonly to: AgencyMention | "helped";
  readonly via: AgencyMention | null;
  readonly time: TimeMention | null;
  readonly start: number;
  readonly end: number;
}

const VERB = /(?:bao cao|gui|phan anh|tong hop)(?![\p{L}])/gu;
const PREPOSITION = "(?:ve|cho|voi|len|den|toi|gui|trinh)";
const POSTS =
  "(?:(?:dong chi |cac )?(?:(?:pho )?(?:chu tich|giam doc|tong giam doc|bi thu|thu truong|bo truong|cuc truong|tong cuc truong|chi cuc truong|vien truong|truong ban|truong phong|chu nhiem)|tong|lanh dao|thuong truc|chanh) (?:cac )?)?";
// Matches the end of "báo cáo kết quả thực hiện về ", "tổng hợp, báo cáo ", "gửi về ". Must not match "báo cáo của ".
const ADDRESSED = new RegExp(
  `(?:bao cao|phan anh)(?: (?:dot xuat|dinh ky|kip thoi|truc tiep|nhanh|thuong xuyen|ngay|ngay lap tuc|khan|day du|bang van ban))?(?: [^.;:]{1,160} ${PREPOSITION})? ?(?:${PREPOSITION} )?(?:cac )?${POSTS}$|(?:gui|phan anh)(?: [^.;:]{0,160})? ${PREPOSITION} (?:cac )?${POSTS}$|gui (?:cac )?${POSTS}$`,
  "u",
);
// What is sent is a report only where something is told: not in "lập dự toán gửi Sở Tài chính".
const REPORTED = /bao cao|tong hop|ket qua|so lieu|tinh hinh|phan anh|tien do|de nghi giai quyet/u;
// Matches "… xây dựng kế hoạch thực hiện, gửi về ": what is sent is a plan.
const SENT_PLAN =
  /(?:xay dung|ban hanh|lap) (?:ke hoach|du toan|danh sach|ho so|chuong trinh|danh muc|phuong an|van ban)(?: [^.;:]{0,60})?,? (?:va )?gui (?:ve |cho |den |toi )?(?:cac )?$/u;
const THROUGH = /(?:\(| |,)(?:thong )?qua (?:cac )?$/u;
const ADVISED = /(?:tham muu(?: (?:cho|giup|de))?|giup(?: cho)?|tham muu, giup) (?:cac )?(?:lanh dao |chu tich )?$/u;
const HELPED = /(?:^|[ ,])giup(?: cho)? (?:cac )?$/u;
const ONWARD = /(?:de |,? ?)(?:tong hop|theo doi|xem xet)|tong hop|(?:^| )de (?:kip thoi |trinh, ?)?bao cao/u;

// Matches what stands between a subject and its verb: " kịp thời ", ", đơn vị ".
const SAYS =
  /^(?: (?:co )?lien quan)?,? ?(?:(?:kip thoi|chu dong|co trach nhiem|phai|dinh ky|tong hop,?|kip thoi phan anh,?|bao cao,?|gui|can) ?)*$/u;
const OBJECT = /(?:cua|voi|cho|ve|qua|giup|tham muu|trinh|den) (?:cac )?$/u;

interface List {
  readonly mentions: readonly AgencyMention[];
  readonly start: number;
  readonly end: number;
}

/** Reads who reports to whom in a range of the view. `subjects` are the lists that lead there. */
export function reportsIn(
  view: TextView,
  start: number,
  end: number,
  mentions: readonly AgencyMention[],
  leads: readonly AgencyMention[],
): readonly ReportMention[] {
  const { folded } = view;
  if (!/bao cao|gui|phan anh/u.test(folded.slice(start, end))) return [];
  const reports: ReportMention[] = [];
  const lists = listsOf(folded, mentions);
  for (const sentence of sentencesOf(folded, start, end)) {
    const inside = lists.filter((list) => list.start >= sentence.start && list.end <= sentence.end);
    reports.push(...legsOf(view, sentence, inside, leads));
    if (
      !/bao cao/u.test(folded.slice(sentence.start, sentence.end)) ||
      reports.some((report) => report.start >= sentence.start)
    )
      continue;
    const helped = lists.find((list) => HELPED.test(folded.slice(start, list.start)));
    const verb = folded.indexOf("bao cao", sentence.start);
    if (
      helped !== undefined &&
      verb > helped.end &&
      /(?:dinh ky|thuong xuyen|hang|bao cao ket qua)/u.test(folded.slice(sentence.start, sentence.end))
    ) {
      const to = helped.mentions[0];
      const from = clauseStart(folded, sentence.start, verb);
      if (to !== undefined)
        reports.push({
          from: "sender",
          to,
          via: null,
          time: timeFor(view, from, sentence.end),
          start: from,
          end: sentence.end,
        });
    }
  }
  return reports;
}

function legsOf(
  view: TextView,
  sentence: { readonly start: number; readonly end: number },
  lists: readonly List[],
  leads: readonly AgencyMention[],
): readonly ReportMention[] {
  const { folded } = view;
  const legs: {
    to: List;
    via: AgencyMention | null;
    from: ReportMention["from"];
    start: number;
    until: number;
    verb: number;
  }[] = [];
  for (const list of lists) {
    const before = folded.slice(sentence.start, list.start);
    const last = legs.at(-1);
    if (last !== undefined && THROUGH.test(before)) {
      last.via ??= list.mentions[0] ?? null;
      last.until = list.end;
      continue;
    }
    const clause = folded.slice(Math.max(sentence.start, last?.until ?? 0), list.start);
    if (!ADDRESSED.test(clause)) continue;
    if (!REPORTED.test(folded.slice(sentence.start, sentence.end))) continue;
    if (SENT_PLAN.test(clause) && !/bao cao|tong hop/u.test(folded.slice(sentence.start, sentence.end))) continue;
    const verb = list.start - clause.length + lastVerb(clause);
    const from = senderOf(folded, sentence.start, verb, lists, last, leads);
    legs.push({ to: list, via: null, from, start: clauseStart(folded, sentence.start, verb), until: list.end, verb });
  }
  return legs.flatMap((leg, place) => {
    const previous = legs[place - 1];
    const next = legs[place + 1];
    // A time stands before the first verb, or between a leg's verb and the next one.
    const from = previous === undefined ? leg.start : Math.max(previous.until, leg.verb);
    const until = next === undefined ? clauseEnd(folded, leg.until, sentence.end) : Math.min(next.verb, sentence.end);
    const time = timeFor(view, from, until);
    const end = clauseEnd(folded, leg.until, sentence.end);
    return leg.to.mentions.map((to) => ({ from: leg.from, to, via: leg.via, time, start: leg.start, end }));
  });
}

function senderOf(
  folded: string,
  start: number,
  verb: number,
  lists: readonly List[],
  last: { readonly to: List; readonly until: number } | undefined,
  leads: readonly AgencyMention[],
): ReportMention["from"] {
  const advised = lists.findLast(
    (list) =>
      list.end <= verb && ADVISED.test(folded.slice(start, list.start)) && !/[;]/u.test(folded.slice(list.end, verb)),
  );
  if (advised !== undefined && (last === undefined || advised.start > last.until)) return advised.mentions;
  if (
    last !== undefined &&
    ONWARD.test(folded.slice(last.until, verb + 8)) &&
    !/;/u.test(folded.slice(last.until, verb).replace(/; ?(?:tong hop)/u, ""))
  )
    return last.to.mentions;
  const subject = lists.findLast(
    (list) =>
      list.end <= verb &&
      (list.mentions.some((mention) => leads.includes(mention)) ||
        (verb - list.end < 40 &&
          SAYS.test(folded.slice(list.end, verb)) &&
          !OBJECT.test(folded.slice(start, list.start)))),
  );
  return subject === undefined ? "sender" : subject.mentions;
}

function lastVerb(clause: string): number {
  let at = 0;
  for (const match of clause.matchAll(VERB)) if (match[0] !== "tong hop") at = match.index;
  const noun = /gui (?:ve |cho )?(?:[^.;:]{0,30})?$/u.exec(clause.slice(0, at));
  return noun === null ? at : noun.index;
}

function timeFor(view: TextView, start: number, end: number): TimeMention | null {
  const times = timesIn(view, start, end, false);
  return times.find(({ to }) => to !== null) ?? times[0] ?? null;
}

function clauseStart(folded: string, from: number, at: number): number {
  const before = folded.slice(from, at);
  const stop = before.lastIndexOf("; ");
  return from + (stop < 0 ? 0 : stop + 2);
}

function clauseEnd(folded: string, at: number, end: number): number {
  const stop = folded.slice(at, end).search(/;|\.\/?\.?\s*$/u);
  return stop < 0 ? end : at + stop;
}

function listsOf(folded: string, mentions: readonly AgencyMention[]): readonly List[] {
  const lists: List[] = [];
  for (const mention of mentions) {
    const last = lists.at(-1);
    // "công an cấp huyện báo cáo Công an tỉnh, trung tâm y tế báo cáo Sở Y tế": the second reports, and is told nothing.
    const isNextSubject =
      last !== undefined &&
      /^ bao cao /u.test(folded.slice(mention.end, mention.end + 9)) &&
      /bao cao (?:ve |cho )?$/u.test(folded.slice(Math.max(0, last.start - 14), last.start));
    if (isNextSubject) lists.push({ mentions: [mention], start: mention.start, end: mention.end });
    else if (last !== undefined && isListed(folded.slice(last.end, mention.start)))
      lists[lists.length - 1] = { mentions: [...last.mentions, mention], start: last.start, end: mention.end };
    else lists.push({ mentions: [mention], start: mention.start, end: mention.end });
  }
  return lists;
}

function* sentencesOf(
  folded: string,
  start: number,
  end: number,
): Generator<{ readonly start: number; readonly end: number }> {
  let from = start;
  for (const { index } of folded.slice(start, end).matchAll(/[.:](?= )/gu)) {
    const at = start + index;
    if (/(?:^|[ .])(?:tp|vp|tt|p)$/u.test(folded.slice(Math.max(start, at - 3), at))) continue;
    yield { start: from, end: at };
    from = at + 2;
  }
  if (from < end) yield { start: from, end };
}

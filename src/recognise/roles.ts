import type { TextView } from "../text/view.ts";
import type { AgencyMention } from "./mention.ts";

/** A body's part in an order, with the mention that names it. */
export interface RolePart {
  readonly mention: AgencyMention;
  readonly basis: "stated" | "assigned";
}

/** What an item's own words say of who does what. */
export interface Roles {
  readonly leads: readonly RolePart[];
  readonly cooperates: readonly AgencyMention[];
  readonly directed: readonly AgencyMention[];
  /** The words that make a body responsible, in the view. */
  readonly cue: { readonly start: number; readonly end: number } | null;
  /** True where the item itself says "chủ trì" and leaves it to what stands above who does. */
  readonly saysLead: boolean;
}

interface MentionList {
  readonly mentions: readonly AgencyMention[];
  readonly start: number;
  readonly end: number;
}

const POST =
  "(?:dong chi|thu truong|pho truong ban|truong ban|pho giam doc|giam doc|pho chu tich|chu tich|pho bi thu|bi thu|chanh|truong|nguoi dung dau|tong giam doc|cuc truong|chi cuc truong|hieu truong|bo truong|vien truong|chu nhiem|chi huy truong|vu truong|tong bien tap|thuong truc|ban lanh dao|tap the lanh dao)";
const POSTS_BEFORE = new RegExp(
  `(?:(?:^|[ ,("]) ?)(?:cac )?${POST}(?:(?:,| va)? ${POST})*(?: cac| cua)?(?: co quan)? ?$`,
  "u",
);
// Matches "Các ông", "Các đồng chí:", "Chánh Văn phòng,": how those are addressed who are ordered, before the first body is named.
const ADDRESSED =
  /^(?:(?:cac )?(?:ong|ba|dong chi)(?: ?\(ba\)|, ba)? ?:?|chanh (?:van phong|thanh tra)(?: bo| uy ban)?,?)$/u;
const CONCERNED =
  "(?: (?:co )?lien quan| tren dia ban(?: (?:tinh|thanh pho))?| cua (?:tinh|thanh pho)| cap tinh| truc thuoc| cac cap| o dia phuong| noi co [^,;.]{3,40}| co (?!trach nhiem|nhiem vu|the |van ban|y kien|ke hoach|bien phap)\\p{L}+(?: (?!(?:va|voi|cung|phoi|chu|chi|bao|gui|trinh|to|lap|thuc|tham|lam) )\\p{L}+){0,3})";
const OTHERS =
  "(?:(?:(?:vu truong|cuc truong|truong phong|thu truong) )?(?:cac |nhung )?(?:vu|cuc|doanh nghiep|hiep hoi|to chuc|ca nhan|chuyen gia|nha khoa hoc|vien|truong|co so|hop tac xa|don vi|hoi|tap doan|nha truong|ngan hang|chu dau tu|doi tac|huyen|thanh pho|thi xa|xa|phuong|phong|chi nhanh|trung tam|nganh|luc luong)(?: [\\p{L}&-]+){0,6})";
/** What may stand between two members of a list. */
const BETWEEN = new RegExp(
  `^${CONCERNED}{0,2}(?: ?\\([^()]{0,60}\\))? ?(?:[,;/]|va|cung voi|cung|hoac|-)?(?:,? va)?(?: ?${OTHERS} ?(?:[,;]|va|[,;] va))?(?: ?${OTHERS} ?(?:[,;]|va|[,;] va))? ?(?:cac )?(?:${POST}(?: cac)?(?:(?:,| va) ${POST}(?: cac)?)? )?(?:cac )?(?:(?:cac )?(?:so|bo|ban|hoi|cuc|truong|vu|chi cuc) ?: ?|(?:(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy) )?(?:cac )?(?:huyen|quan|thi xa|thanh pho|xa|phuong|dac khu)(?: ?: ?| ))?$`,
  "u",
);
const SEPARATED = /[,;/]|(?:^| )(?:va|cung|hoac|voi)(?: |$)/u;

const COOPERATES =
  /chu tri,? cung(?: voi)?(?: cac)? ?$|(?:phoi hop|phoi, ket hop|ket hop)(?:,? (?:chat che|thuong xuyen|dong bo|hieu qua|tot|kip thoi|cong tac|thuc hien))*(?:,? (?:cung voi|voi|cung|cua|giua))?(?: su tham gia cua)?(?: cac)? ?$|(?:^|[ ,])(?:co su (?:phoi hop|tham gia) cua|voi su (?:phoi hop|tham gia) cua) ?$/u;
const ORDERS =
  /(?:^|[ ,.;:"(])(?:de nghi|yeu cau|phan cong|giao nhiem vu cho|uy quyen(?: cho)?|kien nghi|dong y giao|thong nhat giao|giao trach nhiem cho|moi) ?(?:cac )?$/u;
const GIVES = /(?:^|[ ,.;:"(])[Gg]iao (?:cho |các )?$/u;
const OBJECT =
  /(?:^|[ ,(])(?:bao cao|trinh|tham muu|tham muu giup|tham muu cho|giup|giup cho|tro giup|de xuat|de xuat voi|kien nghi voi|gui|gui ve|gui cho|gui den|cua|ve|cho|den|toi|voi|qua|thong qua|tu|tai|theo|vao|trong|thuoc|giua|boi|bang|nhu|la|xin y kien|lay y kien|y kien|ho tro|sang|o|ngoai|thay mat|vai tro|thanh lap|kien toan|doi ngu|va) ?(?:cac )?$/u;
const DIRECTS =
  /(?:^|[ ,])(?:lanh dao|chi dao|huong dan|dinh huong|don doc|kiem tra|theo doi|giam sat|van dong|dieu hanh|tao dieu kien de|tao dieu kien cho|de|phan cong|chi dao, huong dan|huy dong|khuyen khich|yeu cau|doi voi|tap huan|boi duong|dao tao)(?:,? (?:va |cac )?)?$/u;
const ADVERBIAL =
  /^(?:can cu|theo|tren co so|hang|moi (?:nam|quy|thang|tuan)|(?:cu |moi )?(?:\d{1,2}|hai|ba|bon|sau|chin) thang|dinh ky|truoc|trong|tu|den|de|khi|sau|cung voi|ngoai|dong thoi|rieng|doi voi|nham|thuong xuyen|ben canh|cham nhat|hoan thanh|ngay sau|vao|qua|thong qua|voi|trach nhiem cua)\b/u;
const LEADS_WORD = /(?<!co quan |don vi |duoc |khong )chu tri(?! (?:la(?!\p{L})|thuc hien:))/u;

const PROVIDES =
  /^,? (?:tu |chu dong )?(?:bo tri|can doi|bao dam|dam bao|chi tra|chiu trach nhiem|phu trach)(?![\p{L}])/u;

/** Reads the roles in a range of the view: an item, a paragraph, the head of items. `mentions` are those inside it. */
export function rolesIn(view: TextView, start: number, end: number, mentions: readonly AgencyMention[]): Roles {
  const { folded, text } = view;
  const leads: RolePart[] = [];
  const cooperates: AgencyMention[] = [];
  const directed: AgencyMention[] = [];
  let cue: Roles["cue"] = null;
  let openLeads: MentionList | null = null;
  const lists = listsOf(folded, mentions).flatMap((list) => split(folded, start, list));
  const close = (until: number): void => {
    if (openLeads === null) return;
    const stated = LEADS_WORD.exec(folded.slice(openLeads.end, until));
    const basis = stated === null ? "assigned" : "stated";
    if (stated !== null && cue === null)
      cue = { start: openLeads.end + stated.index, end: openLeads.end + stated.index + stated[0].length };
    for (const mention of openLeads.mentions) leads.push({ mention, basis });
    openLeads = null;
  };
  for (const [place, list] of lists.entries()) {
    const role = roleOf(folded, text, start, list, lists[place - 1] ?? null);
    if (role === "lead") {
      close(list.start);
      openLeads = list;
    } else if (role === "cooperates") cooperates.push(...list.mentions);
    else if (role === "directed") directed.push(...list.mentions);
  }
  close(end);
  const own = folded.slice(start, end);
  return {
    leads: once(leads, ({ mention }) => mention),
    cooperates: once(cooperates, (mention) => mention),
    directed: once(directed, (mention) => mention),
    cue,
    saysLead: /^["“ ]*(?:la co quan )?chu tri\b/u.test(own),
  };
}

function once<T>(parts: readonly T[], mentionOf: (part: T) => AgencyMention): readonly T[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const { local, province } = mentionOf(part);
    const key = `${province ?? ""}/${local}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "… theo Kế hoạch của Tỉnh ủy, các ngành, các cấp tập trung …": the first belongs to what stands before, the others act. */
function split(folded: string, from: number, list: MentionList): readonly MentionList[] {
  const [first, second] = list.mentions;
  if (first === undefined || second === undefined || !folded.slice(first.end, second.start).startsWith(","))
    return [list];
  const clause = folded.slice(clauseBefore(folded, from, list.start), list.start).trim();
  if (!/^(?:de|nham|can cu|theo|tren co so|thuc hien|trong)\b/u.test(clause) || !/(?:^| )cua$/u.test(clause))
    return [list];
  return [
    { mentions: [first], start: first.start, end: first.end },
    { mentions: list.mentions.slice(1), start: second.start, end: list.end },
  ];
}

const ACTS_ITSELF = /^,? (?:bao cao|chu tri|phoi hop|huong dan|chi dao|co trach nhiem|chiu trach nhiem)(?![\p{L}])/u;

function listsOf(folded: string, mentions: readonly AgencyMention[]): readonly MentionList[] {
  const lists: MentionList[] = [];
  for (const mention of mentions) {
    const last = lists.at(-1);
    const between = last === undefined ? "" : folded.slice(last.end, mention.start);
    // "…báo cáo Công an tỉnh; Phòng Giáo dục báo cáo Sở Giáo dục": the second acts itself.
    const acts = /^ ?;/u.test(between) && ACTS_ITSELF.test(folded.slice(mention.end, mention.end + 24));
    if (last !== undefined && between.length < 200 && !acts && isListed(between))
      lists[lists.length - 1] = { mentions: [...last.mentions, mention], start: last.start, end: mention.end };
    else lists.push({ mentions: [mention], start: mention.start, end: mention.end });
  }
  return lists;
}

/** True for what stands between two members of one list. */
export function isListed(between: string): boolean {
  return (
    between.trim() === "" ||
    (SEPARATED.test(between) && BETWEEN.test(between) && !/(?:^|[ ,])(?:phoi hop|bao cao|chu tri) ?$/u.test(between))
  );
}

function roleOf(
  folded: string,
  text: string,
  from: number,
  list: MentionList,
  previous: MentionList | null,
): "lead" | "cooperates" | "directed" | "none" {
  const clauseStart = clauseBefore(folded, from, list.start);
  const raw = folded.slice(clauseStart, list.start);
  const headless = raw.replace(SHARED_HEAD, "");
  const posts = POSTS_BEFORE.exec(headless);
  const before = posts === null ? headless : headless.slice(0, posts.index + (/^[ ,("]/u.test(posts[0]) ? 1 : 0));
  const beforeText = text.slice(clauseStart, clauseStart + before.length);
  const after = folded.slice(list.end, list.end + 60);
  if (COOPERATES.test(before)) return "cooperates";
  // "…; cùng với Trung tâm B công bố": a clause that goes on with another body.
  if (clauseStart > from && /^ ?cung(?: voi)?(?: cac)? $/u.test(before)) return "cooperates";
  // "(Sở A chủ trì; Sở B phối hợp)"
  if (/[(;] ?(?:cac )?$/u.test(folded.slice(Math.max(from, list.start - 5), list.start))) {
    if (/^ (?:chu tri|la co quan chu tri)(?: thuc hien)?(?:[;,)]|$)/u.test(after)) return "lead";
    if (/^ phoi hop(?: thuc hien)?(?:[.;,)]|$)/u.test(after)) return "cooperates";
  }
  if (GIVES.test(beforeText) || ORDERS.test(before)) return "lead";
  // "Kinh phí do các cơ quan, đơn vị bố trí"
  if (/(?:^| )do (?:cac )?$/u.test(before) && (LEADS_WORD.test(after) || PROVIDES.test(after))) return "lead";
  const lead = before.trim().replace(/^[-+*"“(]+\s*/u, "");
  if (
    lead === "" ||
    lead === "cac" ||
    ADDRESSED.test(lead) ||
    /^(?:doi voi|trach nhiem cua|nhiem vu cua|rieng|ngoai ra,?|dong thoi,?)(?: cac)?$/u.test(lead)
  ) {
    const isTold = /^,? (?:co|chiu) trach nhiem (?!lien quan)/u.test(after);
    if (clauseStart > from && list.mentions.every(({ weak }) => weak) && previous !== null && !isTold) return "none";
    return isPredicate(after) ? "lead" : "none";
  }
  if (
    /,\s?$/u.test(before) &&
    ADVERBIAL.test(lead) &&
    isPredicate(after) &&
    !/(?:^|[ ,])(?:phoi hop|lanh dao|chi dao|huong dan) /u.test(lead)
  )
    return "lead";
  if (OBJECT.test(before)) return "none";
  if (DIRECTS.test(before)) return "directed";
  if (ADVERBIAL.test(lead) && isPredicate(after) && !(previous !== null && previous.start >= clauseStart))
    return "lead";
  return "none";
}

/** "các Sở: …", "các Bộ: …": the head word that a list says once. */
const SHARED_HEAD =
  /(?:^|(?<= ))(?:(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy) )?(?:cac|nhung) (?:so|bo|ban|hoi|cuc|truong|huyen|xa|phuong|thanh pho|thi xa|dang doan|ban can su dang|huyen uy)(?: ?: ?| )$/u;

/** True where what follows a list can be said of it: a verb, a colon, the end; not a preposition that makes it part of something else. */
function isPredicate(after: string): boolean {
  // Who gives the order is not who is ordered.
  if (/^ (?:kinh )?(?:de nghi|yeu cau|thong bao|giao cho) /u.test(after)) return false;
  return !/^ ?(?:la co quan nha nuoc|duoc (?:neu|quy dinh)|gom\b)/u.test(after);
}

/** Where the clause that holds a place begins: after a full stop, a semicolon, a colon. */
function clauseBefore(folded: string, from: number, at: number): number {
  const before = folded.slice(from, at);
  for (let place = before.length - 1; place >= 0; place--) {
    const unit = before[place];
    if (unit === ":" && SHARED_HEAD.test(before.slice(0, place + 1))) continue;
    if (unit === ";" || unit === ":" || unit === "\n") return from + place + 1;
    if (
      unit === "." &&
      before[place + 1] === " " &&
      !/(?:^|[ .])(?:tp|vp|tt|gs|ts|pgs|ths|\p{L})$/u.test(before.slice(Math.max(0, place - 4), place))
    )
      return from + place + 1;
  }
  return from;
}

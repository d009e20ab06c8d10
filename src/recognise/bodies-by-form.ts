import type { TextView } from "../text/view.ts";
import { isPartOf, isPrinted, localOf, type BodyHead, type FormWords } from "./body-heads.ts";
import type { Lexicon } from "./lexicon.ts";
import type { AgencyMention } from "./mention.ts";
import { nameByForm } from "./name-by-form.ts";
import { SMALL_SUBJECTS } from "./other-beginnings.ts";
import { tokenAt, type Token } from "./tokens.ts";

/** Yields bodies that no registry knows, by the form of their names. `known` are the others: a form does not go on over them, but may take one up ("Ban Thường vụ" + "Hội Nông dân tỉnh"). */
export function* bodiesByForm(
  view: TextView,
  tokens: readonly Token[],
  lexicon: Lexicon,
  forms: FormWords,
  known: readonly AgencyMention[],
): Generator<AgencyMention> {
  const knownAt = new Map(known.map((mention) => [mention.start, mention]));
  let covering = 0;
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place];
    if (token === undefined || !mayBegin(view, tokens, place)) continue;
    while ((known[covering]?.end ?? Infinity) <= token.start) covering += 1;
    const around = known[covering];
    // Inside a name that is known no other begins: "Hội | Liên hiệp Phụ nữ xã".
    if (around !== undefined && !around.weak && around.isUnknown && around.start < token.start) continue;
    // "Tập đoàn Điện lực Việt Nam" is a company.
    if (/(?:tap doan|tong cong ty) $/u.test(view.folded.slice(Math.max(0, token.start - 14), token.start))) continue;
    const found = forms.heads.longest(tokens, place, () => true);
    const head = found?.values[0];
    if (found === null || head === undefined) continue;
    const headEnd = tokens[found.next - 1]?.end ?? token.start;
    // "BCĐ", "BQL" stand for heads too; "BCH" may be a committee's or a command's.
    const isShort = found.next === place + 1 && token.words.length > 1 && head.head !== "Ban Chấp hành";
    if (!isShort && !isPrinted(view.text.slice(token.start, headEnd), head)) continue;
    const here = knownAt.get(token.start);
    const member = tokens[found.next]?.gap === " " ? knownAt.get(tokens[found.next]?.start ?? -1) : undefined;
    if (member !== undefined && !member.weak) {
      if (isPartOf(head) && (here === undefined || here.end === headEnd))
        yield composed(view, token.start, head, member);
      // "Ban Dân tộc HĐND tỉnh" is the council's.
      else if (head.head === "Ban Dân tộc" && member.local === "hdnd")
        yield {
          ...member,
          start: token.start,
          name: view.text.slice(token.start, member.end),
          local: "ban-dan-toc-hdnd",
        };
      continue;
    }
    if (here !== undefined && !goesOnAfter(view, here)) continue;
    const isPlural = /^(?:cac|nhung|moi)$/u.test(tokens[place - 1]?.words.at(-1) ?? "");
    const opener = tokens[found.next];
    // "các Cục: Đường bộ Việt Nam, Đăng kiểm Việt Nam"
    if (isPlural && opener?.gap === ": " && SHARED.has(head.head) && !knownAt.has(opener.start)) {
      yield* membersOf(view, tokens, found.next, (at) =>
        nameByForm(view, tokens, at, at, head, lexicon, forms, knownAt, true),
      );
      continue;
    }
    if (opener?.gap !== " ") continue;
    const mention = nameByForm(view, tokens, place, found.next, head, lexicon, forms, knownAt, isPlural);
    // "các Phòng Giáo dục và Đào tạo" is a group; "các Trường Đại học" are schools in general.
    if (here !== undefined && (mention?.end ?? 0) <= here.end) continue;
    if (mention !== null && !(isPlural && head.keepsPlace)) yield isPlural ? { ...mention, collective: true } : mention;
  }
}

const SHARED: ReadonlySet<string> = new Set(["Cục", "Tổng cục", "Chi cục", "Vụ", "Viện"]);

/** The bodies of a list that says their head once before its colon. */
function* membersOf(
  view: TextView,
  tokens: readonly Token[],
  from: number,
  nameAt: (place: number) => AgencyMention | null,
): Generator<AgencyMention> {
  for (let place = from; tokens[place]?.isCapital === true;) {
    const member = nameAt(place);
    // "các Vụ: KTTH, CN" are rooms' codes.
    if (member === null || !/\p{Ll}/u.test(member.name)) return;
    yield member;
    const next = tokenAt(tokens, member.end);
    const after = tokens[next];
    if (after === undefined || !/^(?:[,;] | )$/u.test(after.gap)) return;
    // "và" stands for no word.
    if (after.words.length === 0) place = next + 1;
    else if (after.gap === " ") return;
    else place = next;
    // A member with a head of its own ends the list.
    if (
      /^(?:S[oở]|B[oộ]|Ban|Ủy|UBND|HĐND|Công|Giám|Thủ|Chủ|Trưởng|Các)$/u.test(
        view.text.slice(tokens[place]?.start, tokens[place]?.end),
      )
    )
      return;
  }
}

/** Names begin with a capital; "phòng Giáo dục và Đào tạo" is printed small before its name. */
function mayBegin({ text }: TextView, tokens: readonly Token[], place: number): boolean {
  const token = tokens[place];
  if (token === undefined || token.isCapital) return token !== undefined;
  return (
    token.words[0] === "phong" &&
    // "Văn phòng Tỉnh ủy" is no room.
    tokens[place - 1]?.words.at(-1) !== "van" &&
    tokens[place + 1]?.isCapital === true &&
    text.slice(token.start, token.end) === "phòng"
  );
}

/** "Ban Quản lý Khu kinh tế và các khu công nghiệp", "Phòng Kinh tế và Hạ tầng" begin with the name of another. */
function goesOnAfter({ text }: TextView, here: AgencyMention): boolean {
  const after = text.slice(here.end, here.end + 24);
  const ahead = text.slice(here.end, here.end + 60);
  if (/^(?:phong|trung-tam)-/u.test(here.local) && (SUBJECTS_GO_ON.test(ahead) || SMALL_SUBJECTS.test(ahead)))
    return true;
  // "Trường Chính trị Lê Duẩn" bears a name.
  if (here.local === "truong-chinh-tri" && /^ \p{Lu}\p{Ll}* \p{Lu}\p{Ll}/u.test(ahead)) return true;
  if (here.local.startsWith("phong-")) return /^ và \p{Lu}\p{Ll}/u.test(after);
  return (
    here.local.startsWith("ban-quan-ly") &&
    /^ (?:và (?:các )?[Kk]hu |đầu tư xây dựng |các công trình |(?:\p{Ll}+ ){0,3}\p{Lu})/u.test(after)
  );
}

// Matches ", Thương mại và Du lịch": a list of subjects that a name goes on with.
const SUBJECTS_GO_ON = /^(?:, \p{Lu}\p{Ll}+ \p{Ll}+){1,3} và \p{Lu}\p{Ll}+ \p{Ll}/u;

/** A part of another body: an abbreviation is written out, a name stays as it is printed. */
function composed({ text }: TextView, start: number, { head }: BodyHead, member: AgencyMention): AgencyMention {
  const printed = text.slice(member.start, member.end);
  const place = member.province === null ? "" : `-${member.province}`;
  const ofProvince = printed.indexOf(" tỉnh");
  const name = localOf(ofProvince < 0 ? printed : printed.slice(0, ofProvince));
  const local =
    /\p{Lu}{2}/u.test(printed) || member.collective
      ? member.local
      : name.endsWith(place)
        ? name.slice(0, name.length - place.length)
        : name;
  return { ...member, start, name: text.slice(start, member.end), local: `${localOf(head)}-${local}`, isUnknown: true };
}

import type { TextView } from "../text/view.ts";

// Matches "Đơn vị chủ trì: …", "- Cơ quan phối hợp: …", "Thời gian hoàn thành: …", "Chủ trì: Sở A", "- Sản phẩm: …".
const FIELD =
  /^(?:[-+*] ?)?\(?(?:co quan|don vi|cap|bo phan)?,? ?(?<what>chu tri|phoi hop|thuc hien|chiu trach nhiem|dau moi|tham muu|thoi gian(?: \p{L}+){0,2}|thoi han(?: \p{L}+){0,2}|tien do(?: \p{L}+){0,2}|hoan thanh|phan cong(?: (?:thuc hien|nhiem vu))?|trach nhiem(?: thuc hien)?|(?:san pham|ket qua)(?: (?:dau ra|du kien|can dat|thuc hien|hoan thanh|chu yeu|cong viec)){0,2})(?: (?:chinh|thuc hien|nhiem vu|tham muu))? ?:/u;
const FIELDS_INSIDE =
  /(?:co quan |don vi )?(?<what>chu tri|phoi hop|thuc hien|dau moi|thoi gian(?: \p{L}+){0,2}|thoi han(?: \p{L}+){0,2}|tien do(?: \p{L}+){0,2}|hoan thanh|phan cong|trach nhiem|(?:san pham|ket qua)(?: (?:dau ra|du kien|can dat|thuc hien|hoan thanh)){0,2})(?: ?:|(?<=hoan thanh)(?= (?:xong )?(?:truoc|trong|den|cham nhat|vao) ))/gu;
// Matches "… lãnh đạo thực hiện thường xuyên", "… triển khai thực hiện; hoàn thành trong quý II-2024"; nothing follows that is carried out.
const CARRIES_OUT =
  /(?:thuc hien|trien khai)(?: (?:(?:cac |nhung )?(?:noi dung|nhiem vu|giai phap|cong viec)(?:, (?:nhiem vu|giai phap))?(?: (?:neu|quy dinh))?(?: (?:tren|nay|o tren|tai (?:muc|khoan|diem|phan) nay|cua (?:muc|khoan) nay|tai (?:muc|khoan) \p{L}+)){1,4})?(?: ?(?:thuong xuyen|hang nam|hang quy|dinh ky|tu|den|trong|truoc|theo quy dinh)[^;.]{0,160})?)?(?:[;,] ?(?:thoi gian|hoan thanh|xong|thuong xuyen|bao cao)[^.]{0,160})?[.;]?["*]*$/u;

// Matches "… lãnh đạo, chỉ đạo." at the end of a line.
const LEADS_ABOVE = /^,? (?:co trach nhiem |chiu trach nhiem )?lanh dao,? (?:va )?chi dao[.;]?["*]*$/u;

/** A field of an assignment line: what it gives and where it stands in the view. */
export interface AssignmentField {
  /** "roles": its own words say who does what ("Phân công: Sở A chủ trì, phối hợp với Sở B"). What comes of it ("Sản phẩm: …") gives none of these. */
  readonly gives: "leads" | "cooperates" | "roles" | "time" | null;
  readonly start: number;
  readonly end: number;
}

/** The fields of a line such as "Đơn vị chủ trì: …; thời gian hoàn thành: …"; null where the line is none. */
export function assignmentFields({ folded }: TextView, start: number, end: number): readonly AssignmentField[] | null {
  const line = folded.slice(start, end);
  if (!FIELD.test(line)) return null;
  const heads = [...line.matchAll(FIELDS_INSIDE)];
  return heads.map((head, place) => {
    const from = head.index + head[0].length;
    const until = heads[place + 1]?.index ?? line.length;
    return {
      gives: givenBy(head.groups?.["what"] ?? "", line.slice(from, until)),
      start: start + from,
      end: start + until,
    };
  });
}

function givenBy(what: string, said: string): AssignmentField["gives"] {
  if (what.startsWith("phoi hop")) return "cooperates";
  if (/^(?:thoi|tien do|hoan thanh)/u.test(what)) return "time";
  if (/^(?:san pham|ket qua)/u.test(what)) return null;
  // "Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B"
  return what.startsWith("phan cong") || /chu tri|phoi hop/u.test(said) ? "roles" : "leads";
}

/** True for a line from `start` that only says who carries out what stands above it. `after` is where its last body ends. */
export function carriesOutAbove({ folded }: TextView, start: number, after: number, end: number): boolean {
  const rest =
    folded[start] === "(" ? folded.slice(after, end).replace(/\)(?=[.;]?["*]*$)/u, "") : folded.slice(after, end);
  return (
    rest.length < 160 &&
    (CARRIES_OUT.test(rest) || LEADS_ABOVE.test(rest)) &&
    !/xay dung|ban hanh|to chuc (?:hoi nghi|quan triet)|ke hoach/u.test(rest)
  );
}

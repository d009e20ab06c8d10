import { localOf } from "./body-heads.ts";
import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";
import { PatternSet } from "./pattern-set.ts";

interface OpenForm {
  readonly pattern: RegExp;
  readonly level: AgencyMention["level"];
  /** True for words that name bodies only where these act or are addressed. */
  readonly weak?: boolean;
}

const WORDS = "(?: [\\p{L}-]+)";
// How all districts or communes are named behind a body that each of them has.
const OF_EACH =
  "(?:cap (?:huyen|xa)|(?:cac )?quan, huyen(?:, (?:thi xa|thanh pho)){0,2}|(?:cac )?huyen(?:, | va )(?:thi xa|thanh pho)(?:(?:, | va )(?:thi xa|thanh pho))?|(?:cac )?(?:xa, phuong|phuong, xa)(?:(?:, | va )(?:thi tran|dac khu)){0,2})";
// Bodies that every district or commune has and whose names go without a subject.
const IN_EACH =
  "ban chi dao|bcd|ban chi huy quan su|ban chi huy phong thu dan su|bao hiem xa hoi|bhxh|kho bac nha nuoc|chi cuc thue|hat kiem lam|lien doan lao dong|dai truyen thanh|toa an nhan dan|vien kiem sat nhan dan|uy ban mat tran to quoc(?: viet nam)?|uy ban mttq(?: viet nam)?";
const SCHOOLS = "(?:trung hoc pho thong|thpt|trung hoc co so|thcs|tieu hoc|mam non|mau giao|pho thong dan toc noi tru)";
// Groups whose names are open: their ids follow the words printed.
const FORMS: readonly OpenForm[] = [
  // "các huyện đoàn, thành đoàn, thị đoàn"
  {
    level: "document",
    pattern:
      /(?<![\p{L}])(?:cac )?(?<local>huyen doan)(?:(?:, | va )(?:thanh doan|thi doan|quan doan|doan truc thuoc)){0,24}(?![\p{L}])/gu,
  },
  // "ban tuyên giáo các huyện ủy, thành ủy"
  {
    level: "document",
    pattern:
      /(?<![\p{L}])(?:cac )?(?<local>(?:ban (?:tuyen giao|to chuc|dan van|noi chinh)|uy ban kiem tra|van phong) (?:cac )?huyen uy)(?:(?:, | va )(?:thi uy|thanh uy|quan uy|dang uy truc thuoc(?: tinh uy)?)){0,24}(?![\p{L}])/gu,
  },
  // "ban tuyên giáo các tỉnh ủy, thành ủy"
  {
    level: "document",
    pattern:
      /(?<![\p{L}])(?:cac )?(?<local>(?:ban (?:tuyen giao|to chuc|dan van|noi chinh|tuyen giao va dan van)|uy ban kiem tra|van phong) (?:cac )?tinh uy)(?:(?:, | va )(?:thanh uy|dang uy truc thuoc trung uong)){1,3}(?![\p{L}])/gu,
  },
  // "các bệnh viện trực thuộc Bộ", "các trung tâm trực thuộc Sở"
  {
    level: "document",
    pattern: new RegExp(
      `(?<![\\p{L}])cac (?<local>(?:benh vien|truong|trung tam|vien|phong|doanh nghiep|chi cuc|cuc)(?:,? (?!truc thuoc|thuoc|cac )[\\p{L}-]+){0,4} (?:truc )?thuoc (?:bo|so))(?![\\p{L}])`,
      "gu",
    ),
  },
  // "trung tâm bồi dưỡng chính trị cấp huyện", "phòng nội vụ cấp huyện"
  {
    level: "document",
    pattern: new RegExp(
      `(?<![\\p{L}])(?:cac )?(?<local>(?:(?:trung tam|tram|phong|cong an|(?<!xa )hoi(?! nghi)|ban chi huy|benh vien|ban chi dao|bcd)(?:(?! (?:tinh|va ubnd|ubnd|uy ban nhan dan|so)(?![\\p{L}]))${WORDS}){1,6}|${IN_EACH}) ${OF_EACH})(?![\\p{L}])`,
      "gu",
    ),
  },
  // "các chi bộ, đảng bộ trực thuộc", "các phòng, ban huyện"
  {
    level: "document",
    pattern:
      /(?<![\p{L}])cac (?<local>(?:chi bo, dang bo|dang bo, chi bo)(?: co so)?(?: truc thuoc)?|phong,? ban)(?: (?:cua )?(?:huyen|quan|thi xa))?(?![\p{L}])/gu,
  },
  // "các chi đoàn", "các chi hội phụ nữ", "các công đoàn cơ sở": the smallest bodies, of which there are many everywhere
  {
    level: "document",
    weak: true,
    pattern:
      /(?<![\p{L}])(?:(?:cac|tung|moi) |(?=(?:doan|hoi|cong doan) co so(?![\p{L}])))(?<local>chi hoi(?: (?:phu nu|nong dan|cuu chien binh|nguoi cao tuoi|nha bao|chu thap do))?|chi doan|doan co so|hoi co so|hoi quan|nghiep doan|cong doan(?: (?:co so|truc thuoc|cap tren truc tiep co so))|to tiet kiem va vay von|to cong nghe so cong dong|to hoa giai|ban cong tac mat tran)(?: co so)?(?![\p{L}])/gu,
  },
  // "các trường THPT", "các trường mầm non, tiểu học trực thuộc", "các trường học trên địa bàn xã": those that a department or a district orders
  {
    level: "document",
    weak: true,
    pattern: new RegExp(
      `(?<![\\p{L}])cac (?<local>truong (?:${SCHOOLS}(?:(?:, | va |; )(?:truong )?${SCHOOLS}){0,5}(?: truc thuoc(?: so)?)?|hoc))(?: tren dia ban(?: (?:tinh|huyen|quan|thi xa|thanh pho|xa|phuong))?)?(?![\\p{L}])`,
      "gu",
    ),
  },
  // "Ban nhân dân các ấp", "các ban quản lý rừng phòng hộ"
  {
    level: "document",
    pattern:
      /(?<![\p{L}])(?:(?:cac )?(?<local>ban nhan dan (?:cac )?(?:ap|khom|thon|khu pho))|cac (?<boards>ban quan ly (?:rung(?: phong ho| dac dung)?(?:, (?:dac dung|phong ho))?|cho|ben xe|cang ca|di tich|khu du lich|khu bao ton)))(?![\p{L}])/gu,
  },
  // "các tổ chức thành viên của Mặt trận", "các ban chuyên môn"
  {
    level: "document",
    weak: true,
    pattern:
      /(?<![\p{L}])cac (?<local>to chuc thanh vien|ban chuyen mon)(?: (?:cua|thuoc) (?:(?:uy ban )?(?:mat tran(?: to quoc)?|mttq)(?: viet nam)?))?(?: tinh| thanh pho| huyen)?(?![\p{L}])/gu,
  },
  // "các chủ rừng", "các chủ đầu tư"
  {
    level: "document",
    pattern: /(?<![\p{L}])cac (?<local>chu (?:rung|dau tu|dap|cong trinh|du an|phuong tien|tau ca|co so))(?![\p{L}])/gu,
  },
  // "các đảng ủy đơn vị sự nghiệp Trung ương", "đảng ủy các doanh nghiệp nhà nước"
  {
    level: "document",
    pattern: new RegExp(`(?<![\\p{L}])cac (?<local>dang uy${WORDS}{1,5} trung uong)(?![\\p{L}])`, "gu"),
  },
];

/** Short forms of what the rooms of a district are for. */
const ROOMS: ReadonlyMap<string, string> = new Map([
  ["gddt", "giao duc va dao tao"],
  ["ldtbxh", "lao dong thuong binh va xa hoi"],
  ["vhtt", "van hoa va thong tin"],
  ["tnmt", "tai nguyen va moi truong"],
  ["nnptnt", "nong nghiep va phat trien nong thon"],
]);

const PATTERNS = new PatternSet(FORMS.map(({ pattern }) => pattern));

/** Yields groups that are named by a description: the id is the slug of the words, without "các". */
export function* openGroups({ folded, text }: TextView): Generator<AgencyMention> {
  const matches = PATTERNS.matches(folded);
  for (const [place, { level, weak = false }] of FORMS.entries())
    for (const match of matches[place] ?? []) {
      const start = match.index;
      const end = start + match[0].length;
      const words = (match.groups?.["local"] ?? match.groups?.["boards"] ?? match[0])
        .replace(/(?:^| )cac(?= )/gu, " ")
        .replace(/ (?:quan, huyen|huyen(?:, | va )(?:thi xa|thanh pho)).{0,40}$/u, " cap huyen")
        .replace(/(?<= )thpt(?![\p{L}])/gu, "trung hoc pho thong")
        .replace(/(?<= )thcs(?![\p{L}])/gu, "trung hoc co so")
        .replace(/^phong (?<short>[a-z&-]+)(?= )/u, (room, short: string) => {
          const subject = ROOMS.get(short.replace(/[&-]/gu, ""));
          return subject === undefined ? room : `phong ${subject}`;
        })
        .replace(/^bhxh /u, "bao hiem xa hoi ")
        .replace(/^bcd /u, "ban chi dao ")
        .replace(/ (?:xa, phuong|phuong, xa).{0,40}$/u, " cap xa");
      const local = localOf(words).replace(/^-/u, "");
      // Words of an order are no part of a name: "phòng Nội vụ hướng dẫn các xã, phường".
      if (/chu tri|phoi hop|(?<!ban )chi dao|huong dan|bao cao/u.test(match.groups?.["local"] ?? "")) continue;
      yield mentionAt(text, { start, end }, { local, level, collective: true, weak });
    }
}

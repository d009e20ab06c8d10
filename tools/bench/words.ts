import type { Random } from "./random.ts";

const VERBS = [
  "Rà soát",
  "Lập",
  "Xây dựng",
  "Kiểm tra",
  "Sửa",
  "Mở",
  "Đào tạo",
  "Hỗ trợ",
  "Bố trí",
  "Theo dõi",
  "Công bố",
  "Thí điểm",
];
const THINGS = [
  "quy hoạch",
  "danh mục",
  "kho dữ liệu",
  "lớp học",
  "đề án",
  "nguồn vốn",
  "phòng thí nghiệm",
  "quy trình",
  "trạm quan trắc",
  "cổng dịch vụ",
  "hợp tác xã",
  "vườn ươm",
];
const FIELDS = [
  "công nghệ sinh học",
  "giống cây trồng",
  "chuyển đổi số",
  "sở hữu trí tuệ",
  "năng lượng sạch",
  "du lịch làng nghề",
  "nước sạch nông thôn",
  "y tế cơ sở",
  "giáo dục nghề nghiệp",
  "logistics",
  "bảo vệ rừng",
  "khởi nghiệp sáng tạo",
];
const HEADINGS = [
  "NHIỆM VỤ, GIẢI PHÁP",
  "TỔ CHỨC THỰC HIỆN",
  "Nâng cao nhận thức",
  "Hoàn thiện cơ chế",
  "Phát triển nhân lực",
  "Đầu tư hạ tầng",
  "Hợp tác và hội nhập",
];
/** Words that only the documents have that are asked about. */
export const RARE = "cá linh, bông điên điển";

/** What a made-up task is about, in our own words; `rare` ones have words that nobody else has. */
export function summaryOf(random: Random, rare: boolean): { readonly vi: string; readonly en: string } {
  const [verb, thing, field] = [random.pick(VERBS), random.pick(THINGS), random.pick(FIELDS)];
  const vi = `${verb} ${thing} về ${rare ? RARE : field}, ${String(random.whole(2, 90))} nơi mỗi năm.`;
  return {
    vi,
    en: `Made up: ${random.pick(["review", "draw up", "open", "support", "publish"])} something, every year.`,
  };
}

export function titleOf(random: Random): string {
  return `Kế hoạch ${random.pick(VERBS).toLowerCase()} ${random.pick(THINGS)} và phát triển ${random.pick(FIELDS)} giai đoạn ${String(random.whole(2018, 2022))}-2030`;
}

export function headingsOf(random: Random): readonly string[] {
  return random.some(HEADINGS, 2);
}

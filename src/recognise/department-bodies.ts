import type { TextView } from "../text/view.ts";
import { mentionAt, type AgencyMention } from "./mention.ts";

// Matches "Sở" of "Giám đốc Sở", "Lãnh đạo Sở", "Giám đốc, các PGĐ Sở" where no name follows. Must not match "Giám đốc Sở Nội vụ", "thuộc Sở".
const HEADS =
  /(?<![\p{L}])(?:giam doc|pgd|lanh dao|ban giam doc)(?:,? (?:va )?(?:cac )?(?:pho giam doc|pgd))? (?=(?<body>so)(?![\p{L}]))/gu;

/** True for a department of a province, whose heads its own documents name without it: "so-y-te". */
export function isDepartment(local: string): boolean {
  return local.startsWith("so-");
}

/** Yields the department that its own document means by its heads: "báo cáo Giám đốc Sở". */
export function* departmentBodies({ text, folded }: TextView, department: string): Generator<AgencyMention> {
  for (const { 0: before, index } of folded.matchAll(HEADS)) {
    const start = index + before.length;
    const end = start + "Sở".length;
    if (text.slice(start, end) !== "Sở" || /^[ :]\s?\p{Lu}/u.test(text.slice(end, end + 3))) continue;
    yield mentionAt(text, { start, end }, { local: department, level: "province", isUnknown: false });
  }
}

import type { TaskFact } from "./model.ts";

const ROMAN = /^[IVXLC]+$/u;
const LETTER = /^\p{Ll}{1,2}$/u;
const ITEM_NAMES: ReadonlyMap<string | null, string> = new Map([
  ["-", "gạch đầu dòng"],
  ["+", "dấu cộng"],
  ["*", "dấu sao"],
  [null, "đoạn"],
]);

/**
 * Where something stands, as people say it: section "II.2.b" and items [{ marker: "-", ordinal: 3 }] give
 * "gạch đầu dòng 3, điểm b, khoản 2, Mục II". Null where the section has no label.
 */
export function addressOf(section: string, items: TaskFact["items"] = []): string | null {
  const labels = section === "" ? [] : section.split(".");
  const steps: string[] = [];
  let numbers: string[] = [];
  const closeNumbers = (): void => {
    if (numbers.length > 0) steps.push(`khoản ${numbers.join(".")}`);
    numbers = [];
  };
  for (const label of labels) {
    if (/^\d+$/u.test(label)) {
      numbers.push(label);
      continue;
    }
    closeNumbers();
    steps.push(ROMAN.test(label) ? `Mục ${label}` : LETTER.test(label) ? `điểm ${label}` : label);
  }
  closeNumbers();
  for (const { marker, ordinal } of items) steps.push(`${ITEM_NAMES.get(marker) ?? `"${marker ?? ""}"`} ${ordinal}`);
  return steps.length === 0 ? null : steps.reverse().join(", ");
}

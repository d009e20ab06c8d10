import { words } from "../registry/fold.ts";
import type { TextView } from "../text/view.ts";
import type { FormWords } from "./body-heads.ts";
import type { Token } from "./tokens.ts";

/** A name whose short forms ("PTNT", "QLDA") are written out; `first` and `next` bound its tokens. */
export function writtenOut(
  { text }: TextView,
  subjects: FormWords["subjects"],
  name: string,
  tokens: readonly Token[],
  first: number,
  next: number,
): string {
  const short = new Map(
    tokens
      .slice(first, next)
      .filter(({ words: full }) => full.length > 1)
      .map(({ start, end, words: full }) => [words(text.slice(start, end)).join(" "), full.join(" ")]),
  );
  const plain = words(name);
  const [head = "", ...rest] = plain;
  // "Phòng GD&ĐT", "Phòng GD&ĐT thị xã Sông Cầu": the short form of a department's subject follows the head.
  for (let length = rest.length; length > 0; length--) {
    const subject = subjects.get(rest.slice(0, length).join(" "));
    if (subject !== undefined) return [head, subject, ...rest.slice(length)].join(" ");
  }
  return short.size === 0 ? name : plain.map((word) => short.get(word) ?? word).join(" ");
}

/** A body's words without the place that ends them: its province, "tỉnh", "thành phố". */
export function withoutPlace(body: string, province: string | null): string {
  const folded = words(body);
  const place = province?.split("-") ?? [];
  let rest = folded;
  if (place.length > 0 && rest.slice(-place.length).join("-") === province) rest = rest.slice(0, -place.length);
  if (rest.at(-1) === "tinh") rest = rest.slice(0, -1);
  if (rest.slice(-2).join(" ") === "thanh pho") rest = rest.slice(0, -2);
  return rest.join(" ");
}

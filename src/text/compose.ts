import { INVISIBLE, withoutInvisible } from "./invisible.ts";

/** Text in NFC whose every code unit knows the units of the source that it stands for. */
export interface Composed {
  readonly text: string;
  /** Where the source of a unit starts; null where both texts are the same. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

const HAS_MARK = /\p{M}/u;
const HAS_INVISIBLE = new RegExp(`[${INVISIBLE}]`, "u");
// Characters that markdown and web pages write in words.
const ENTITY = /&(?:nbsp|amp|quot|lt|gt);/iu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&nbsp;", " "],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&lt;", "<"],
  ["&gt;", ">"],
]);
const JOINED = `[\\p{M}${INVISIBLE}]`;
const CLUSTER = new RegExp(`&(?:nbsp|amp|quot|lt|gt);|[^\\p{M}${INVISIBLE}]${JOINED}*|${JOINED}+`, "gisu");

/** Composes letters and their marks. Marks that no letter takes and what nobody sees are left out and belong to the letter before them. */
export function compose(source: string): Composed {
  if (
    !HAS_MARK.test(source) &&
    !HAS_INVISIBLE.test(source) &&
    !ENTITY.test(source) &&
    source.normalize("NFC") === source
  )
    return { text: withVietnameseD(source), starts: null, ends: null };
  const starts = new Int32Array(source.length + 1);
  const ends = new Int32Array(source.length + 1);
  let text = "";
  let length = 0;
  for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
    const end = index + cluster.length;
    const composed =
      cluster.length === 1 && !HAS_INVISIBLE.test(cluster)
        ? cluster
        : (ENTITIES.get(cluster.toLowerCase()) ?? withoutMarks(withoutInvisible(cluster).normalize("NFC")));
    if (composed === "" && length > 0) ends[length - 1] = end;
    for (let unit = 0; unit < composed.length; unit++) {
      // The halves of a surrogate pair lie side by side in the source too.
      const isHalf = composed.length > 1 && composed.length <= cluster.length;
      starts[length] = isHalf ? index + unit : index;
      ends[length] = isHalf && unit < composed.length - 1 ? index + unit + 1 : end;
      length += 1;
    }
    text += composed;
  }
  return { text: withVietnameseD(text), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** "QÐ-TTg" is often typed with the eth of old encodings or an African d, which look the same in capitals. */
function withVietnameseD(text: string): string {
  return text.replace(/[ÐƉ]/gu, "Đ").replace(/[ðɖ]/gu, "đ");
}

function withoutMarks(cluster: string): string {
  return HAS_MARK.test(cluster) ? cluster.replace(/\p{M}+/gu, "") : cluster;
}

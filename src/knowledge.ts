import { z } from "zod";
import { readAsset } from "./assets.ts";
import { makeConfidence } from "./facts/confidence.ts";
import { FACT_KINDS } from "./facts/fact-class.ts";
import type { Knowledge } from "./facts/context.ts";
import { formWordsOf, type BodyHead, type NameInside } from "./recognise/body-heads.ts";
import { makeLexicon, type ShortName } from "./recognise/lexicon.ts";
import { namesOf } from "./registry/agencies.ts";
import { loadRegistry } from "./registry/load-registry.ts";
import { foldUnits } from "./text/fold-char.ts";

/** Words of the grammar of orders. */
const SET_PHRASES =
  "chủ trì phối hợp với và các cơ quan có liên quan giao đề nghị lãnh đạo chỉ đạo hướng dẫn thực hiện triển khai báo cáo định kỳ thường xuyên hằng hàng năm quý tháng trước ngày số căn cứ theo của về việc ban hành nơi nhận lưu khóa lần thứ kết quả tổng hợp nhiệm vụ giải pháp mục tiêu yêu cầu mục đích tổ chức";

/** The rows of `data/confidence.json`, which `npm run measure -- --write` makes. */
const confidenceRows = z.array(
  z.strictObject({
    fact: z.enum(FACT_KINDS),
    how: z.string(),
    found: z.int().min(1),
    agreed: z.int().min(0),
  }),
);

let loaded: Knowledge | undefined;

/** What extraction knows beforehand, from data/: read and made ready once. */
export function loadKnowledge(): Knowledge {
  loaded ??= makeKnowledge();
  return loaded;
}

function makeKnowledge(): Knowledge {
  const registry = loadRegistry();
  const read = (file: string): unknown => JSON.parse(readAsset(`data/phrases/${file}.json`));
  const kindHeadings = [
    ...new Set(registry.kinds.flatMap(({ name, aliases, headings }) => [name, ...aliases, ...headings]).map(foldUnits)),
  ];
  const names = [...registry.agencies("province"), ...registry.agencies("centre")].flatMap(namesOf);
  const wordings = [...registry.groups("province"), ...registry.groups("centre")].flatMap(
    ({ name, wordings: more }) => [name, ...more],
  );
  return {
    registry,
    lexicon: makeLexicon(registry, read("agency-short-names") as readonly ShortName[]),
    forms: formWordsOf(
      read("body-heads") as readonly BodyHead[],
      read("name-ends") as readonly string[],
      read("name-insides") as readonly NameInside[],
      [...registry.agencies("province"), ...registry.agencies("centre")],
    ),
    kindHeadings,
    laws: new Set((read("laws") as readonly string[]).map((name) => name.toLowerCase())),
    confidence: makeConfidence(confidenceRows.parse(JSON.parse(readAsset("data/confidence.json")))),
    vocabulary: new Set(
      [...names, ...wordings, ...kindHeadings, SET_PHRASES].flatMap(
        (phrase) => foldUnits(phrase).match(/[a-z]{2,}/gu) ?? [],
      ),
    ),
  };
}

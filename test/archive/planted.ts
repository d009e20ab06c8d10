import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED_FACTS } from "../../src/assets.ts";
import { listFacts } from "../../src/cli/facts-files.ts";
import { listSources } from "../../src/cli/source-files.ts";
import { load } from "../../src/graph/load/load.ts";
import type { Store } from "../../src/graph/store.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { agency, citation, inventedFacts } from "../support/facts.ts";
import { loadFacts } from "../support/graph.ts";

const OLDER = "vn/an-giang/tu/kh/~/12";
const plan = (number: string, year: string, seed: string) =>
  inventedFacts(
    {
      document: {
        id: `vn/an-giang/tu/kh/${year}/${number}`,
        kind: "KH",
        number,
        symbol: "KH/TU",
        issuedOn: `${year}-03-04`,
      },
    },
    seed,
  );

/**
 * A store with a history: what is in it depends on the order in which documents came, which the order of their hashes, by which an archive goes, does not
 * tell.
 */
export async function plant(store: Store): Promise<void> {
  await load(store, await listFacts([SHIPPED_FACTS]));
  await ingest(store, await listSources(["examples/documents"]), await mkdtemp(join(tmpdir(), "mandate-planted-")));
  const citing = (seed: string) => inventedFacts({ citations: [citation(OLDER, { kind: "KH", number: "12" })] }, seed);
  await loadFacts(store, citing("f0000001"));
  await loadFacts(store, plan("12", "2021", "90000001"));
  await loadFacts(store, citing("00000002"));
  await loadFacts(store, plan("12", "2022", "80000002"));
  await loadFacts(store, citing("00000003"));
  const claim = (seed: string) =>
    inventedFacts({ document: { id: "vn/an-giang/ubnd/kh/2024/7", number: "7", symbol: "KH-UBND" } }, seed);
  await loadFacts(store, claim("ffffffff"), claim("11111111"));
  const naming = (seed: string, symbol: string, collective: boolean, signer: string) =>
    inventedFacts(
      {
        document: { signers: [{ name: signer, position: "Chủ tịch", onBehalfOf: null }] },
        citations: [citation("vn/an-giang/tu/kh/2020/3", { symbol })],
        agencies: [agency("vn/an-giang/doi-cau-phao", "Đội Cầu phao", collective)],
      },
      seed,
    );
  await loadFacts(store, naming("eeeeeeee", "KH/TU", true, "Trần Thị Mây"));
  await loadFacts(store, naming("22222222", "KH-TU", false, "TRẦN THỊ MÂY"));
  await moved(store);
}

/** A document that a review puts in another province than one before: what the registry told of that one stays. */
async function moved(store: Store): Promise<void> {
  const facts = inventedFacts({ document: { id: "vn/~/tu/kh/2024/5", place: null } }, "33333333");
  const put = (province: string) => ({
    facts,
    review: {
      decisions: [
        { id: "r1", by: "a reader", on: "2026-01-02", reason: "the register", action: "place" as const, province },
      ],
    },
  });
  await loadFacts(store, put("ca-mau"));
  await loadFacts(store, put("lao-cai"));
}

import { colours } from "../render/colours.ts";
import type { Command } from "commander";
import { loadRegistry } from "../../registry/load-registry.ts";
import { resolve } from "../../questions/resolve.ts";
import { search, type Hit } from "../../questions/search.ts";
import { answer, common } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { EXIT } from "../failure.ts";
import { integer } from "../options.ts";

export function addSearch(program: Command): void {
  common(program.command("search"))
    .description("documents, agencies and tasks by words, with or without diacritics")
    .argument("<words...>", "what to look for")
    .option("--first <count>", "how many", integer, 20)
    .action((words: string[], options: CommonOptions & { readonly first: number }) =>
      answer(options, () =>
        withGraph(options, async (store) => {
          const hits = await search(store, words.join(" "), options.first);
          return { text: listed(hits), json: hits, exitCode: hits.length > 0 ? EXIT.fine : EXIT.badAnswer };
        }),
      ),
    );
}

export function addResolve(program: Command): void {
  common(program.command("resolve"))
    .description("what a name means, as people write it")
    .argument("<name...>", '"KL 69", "KH 177 An Giang", "sở khcn an giang"')
    .option("--place <province>", "of which province")
    .action((name: string[], options: CommonOptions & { readonly place?: string }) =>
      answer(options, () =>
        withGraph(options, async (store) => {
          const candidates = await resolve(store, loadRegistry(), name.join(" "), options.place);
          const exact = candidates.filter((candidate) => candidate.exact).length;
          const head = exact > 0 ? "" : candidates.length > 0 ? "Nothing has that name; nearest to it:\n" : "";
          return {
            text: head + listed(candidates),
            json: candidates,
            exitCode: exact === 1 ? EXIT.fine : EXIT.badAnswer,
          };
        }),
      ),
    );
}

function listed(hits: readonly Hit[]): string {
  if (hits.length === 0) return "Nothing found.\n";
  return hits
    .map(
      ({ id, label, score, passage, ranges }) =>
        `${label.padEnd(8)} ${score.toFixed(2)}  ${marked(passage, ranges)}\n${" ".repeat(15)}${colours.dim(id)}\n`,
    )
    .join("");
}

/** The passage with what matched in bold, where the terminal has colours. */
function marked(passage: string, ranges: Hit["ranges"]): string {
  let text = "";
  let at = 0;
  for (const [start, end] of ranges) {
    text += passage.slice(at, start) + colours.bold(passage.slice(start, end));
    at = end;
  }
  return (text + passage.slice(at)).replace(/\s+/gu, " ");
}

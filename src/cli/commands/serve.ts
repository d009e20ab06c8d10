import type { Command } from "commander";
import { common } from "../command.ts";
import { integer } from "../options.ts";
import type { ServeOptions } from "../serving.ts";

export function addServe(program: Command): void {
  serving(program, "serve", "GraphQL over what is loaded", { shipped: false });
}

export function addStart(program: Command): void {
  serving(program, "start", "loads the shipped facts, then serves: what `npm start` does", { shipped: true });
}

function serving(program: Command, name: string, description: string, load: { readonly shipped: boolean }): void {
  common(program.command(name))
    .description(description)
    .option("--port <number>", "where to listen; 0 takes a free one (default: PORT or 4000)", integer)
    .option(
      "--host <address>",
      "on which address of this machine (default: HOST or 127.0.0.1, which other machines cannot reach)",
    )
    .option("--open", "whoever reaches the server may read (also MANDATE_ACCESS=open)")
    .action(async (options: ServeOptions) => {
      // What a server is made of takes a second to read, and help has no need of it.
      const { serve } = await import("../serving.ts");
      return serve(options, load);
    });
}

import { visible } from "./visible.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  '"': "#quot;",
  "#": "#35;",
  "&": "#amp;",
  "<": "#lt;",
  ">": "#gt;",
  "`": "#96;",
};

/** A name as the quoted label of a Mermaid node, which else takes it for markup: `A "B" <b>` gives `A #quot;B#quot; #lt;b#gt;`. */
export function mermaidLabel(text: string): string {
  return visible(text.replace(/\s+/gu, " ")).replace(/["#&<>`]/gu, (sign) => ENTITIES[sign] ?? "");
}

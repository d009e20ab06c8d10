import { mermaidLabel } from "../../../formats/mermaid-label.ts";
import type { Lineage } from "../ask/document.ts";
import { sayKnown, type Say } from "../words/say.ts";

/** A lineage as a Mermaid flowchart: ancestors on top, dashed boxes for what is only cited, dotted arrows for indirect links. */
export function mermaid({ nodes, links }: Lineage, say: Say): string {
  const names = new Map(nodes.map(({ document }, index) => [document.id, `d${String(index)}`]));
  const boxes = nodes.map(({ document, held }) => {
    return `  ${names.get(document.id) ?? ""}["${mermaidLabel(document.name ?? document.id)}"]${held ? "" : ":::cited"}`;
  });
  const arrows = links.flatMap(({ from, to, relation, direct }) => {
    const [a, b] = [names.get(from), names.get(to)];
    if (a === undefined || b === undefined) return [];
    return [`  ${a} ${direct ? "-->" : "-.->"}|${sayKnown(say, relation)}| ${b}`];
  });
  return ["flowchart BT", ...boxes, ...arrows, "  classDef cited stroke-dasharray: 5 4", ""].join("\n");
}

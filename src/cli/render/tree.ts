/** A line with lines below it. `notes` are printed under the line, before its children. */
export interface Branch {
  readonly line: string;
  readonly notes: readonly string[];
  readonly children: readonly Branch[];
}

/** Draws branches as a tree, one line a branch. */
export function* treeLines(branches: readonly Branch[], indent = ""): Generator<string> {
  for (const [index, { line, notes, children }] of branches.entries()) {
    const last = index === branches.length - 1;
    const below = indent + (last ? "   " : "│  ");
    yield `${indent}${last ? "└─ " : "├─ "}${line.replace(/\s+/gu, " ")}`;
    for (const note of notes) yield `${below}${children.length > 0 ? "│  " : "   "}${note}`;
    yield* treeLines(children, below);
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A regular expression of the product, and where it was first met. */
export interface FoundPattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** Every literal regular expression in the sources below these folders. */
export function literalPatterns(folders: readonly string[]): readonly FoundPattern[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => literalsOf(join(folder, name))),
  );
}

function literalsOf(file: string): readonly FoundPattern[] {
  const found: FoundPattern[] = [];
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, false);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: file });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Every pattern that is put together while `work` runs. */
export async function madePatterns(work: () => Promise<void>): Promise<readonly FoundPattern[]> {
  const found: FoundPattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, given: [string | RegExp, string?]) => {
      const made = new target(...given);
      found.push({ source: made.source, flags: made.flags, where: "put together" });
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

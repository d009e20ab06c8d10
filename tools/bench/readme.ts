import { readFileSync, writeFileSync } from "node:fs";

const BLOCK = /(<!-- measured: npm run bench -->\n)[\s\S]*?(\n<!-- end of bench -->)/u;

/** Puts the tables of a run into the README, in place of those of the run before. Throws where it has no place for them. */
export function writeReadme(text: string, file = "README.md"): void {
  const readme = readFileSync(file, "utf8");
  if (!BLOCK.test(readme))
    throw new Error(`${file} has no block between "<!-- measured: npm run bench -->" and "<!-- end of bench -->"`);
  writeFileSync(
    file,
    readme.replace(BLOCK, (_all, begin: string, end: string) => `${begin}\n${text.trim()}\n${end}`),
  );
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly resolved?: string;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

test("the lock file has the embedded engine for every platform (npm run lock:complete)", () => {
  const builds = lock.packages["node_modules/@grafeo-db/js"]?.optionalDependencies ?? {};
  expect(Object.keys(builds).length).toBeGreaterThan(4);
  for (const [name, version] of Object.entries(builds))
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
});

test("versions are pinned, and the lock file names no place to fetch them from", () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

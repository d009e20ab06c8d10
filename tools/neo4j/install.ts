import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const FOLDER = fileURLToPath(new URL(".", import.meta.url));
/** Where the server's jars stand; git ignores it. */
export const LIB = join(FOLDER, "lib");

/** Whether the server's jars are there. */
export function isInstalled(): boolean {
  return existsSync(LIB) && readdirSync(LIB).some((name) => name.startsWith("neo4j-harness-"));
}

/** Why no server can be run here, or null where it can: it needs Java 17 or later, and Maven for the first time. */
export function lacking(): string | null {
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  const version = /version "(?<major>\d+)/u.exec(java.stderr)?.groups?.["major"];
  if (version === undefined) return "java is not there";
  if (Number(version) < 17) return `java is version ${version}, not 17 or later`;
  if (!isInstalled() && spawnSync("mvn", ["-v"]).status !== 0) return "tools/neo4j/lib is empty and mvn is not there";
  return null;
}

/** Fetches the server's jars, some 150 MB. Two that do so at once do not disturb each other. Throws where Maven fails. */
export function install(): void {
  const fetched = mkdtempSync(join(FOLDER, "lib-"));
  try {
    const goal = [
      "-q",
      "-B",
      "-f",
      join(FOLDER, "pom.xml"),
      "dependency:copy-dependencies",
      `-DoutputDirectory=${fetched}`,
    ];
    const { status, stdout, stderr } = spawnSync("mvn", goal, { encoding: "utf8" });
    if (status !== 0) throw new Error(`mvn could not fetch the Neo4j server: ${(stdout + stderr).slice(0, 400)}`);
    if (!isInstalled()) {
      rmSync(LIB, { recursive: true, force: true });
      renameSync(fetched, LIB);
    }
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

// `npx tsx tools/neo4j/install.ts`
if (process.argv[1] === fileURLToPath(import.meta.url) && !isInstalled()) install();

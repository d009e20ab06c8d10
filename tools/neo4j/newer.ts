import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FOLDER } from "./install.ts";

/** A server of the yearly line (2026.x), which needs Java 21 or later: the program to run it with and the folder of its jars. */
export interface NewerNeo4j {
  readonly java: string;
  readonly lib: string;
}

const LEAST_JAVA = 21;
const JVMS = "/usr/lib/jvm";

/**
 * Where such a server stands, or why none does. Its jars are those of `org.neo4j.test:neo4j-harness` 2026.x with their dependencies, in
 * `tools/neo4j/lib-2026` or in the folder that MANDATE_NEO4J_2026 names; they are never fetched by themselves.
 */
export function newerNeo4j(): NewerNeo4j | string {
  const lib = process.env["MANDATE_NEO4J_2026"] ?? join(FOLDER, "lib-2026");
  const there = existsSync(lib) && readdirSync(lib).some((name) => /^neo4j-harness-20\d\d/u.test(name));
  if (!there) return `${lib} has no jars of a Neo4j of the yearly line`;
  const java = javas().find((program) => versionOf(program) >= LEAST_JAVA);
  return java === undefined ? `no Java ${LEAST_JAVA} or later was found` : { java, lib };
}

function javas(): readonly string[] {
  const home = process.env["JAVA_HOME"];
  const installed = existsSync(JVMS) ? readdirSync(JVMS).map((name) => join(JVMS, name, "bin", "java")) : [];
  return ["java", ...(home === undefined ? [] : [join(home, "bin", "java")]), ...installed];
}

function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  return Number(/version "(?<major>\d+)/u.exec(stderr)?.groups?.["major"] ?? 0);
}

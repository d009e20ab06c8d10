import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FOLDER, LIB } from "./install.ts";

export interface Neo4jServer {
  /** The address, such as "bolt://127.0.0.1:43995". */
  readonly uri: string;
  readonly process: ChildProcess;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order and removes what it kept. */
  stop(): Promise<void>;
}

/** Starts a server on a port of loopback, by default a free one, which takes some ten seconds; its data is gone with it. Rejects where it does not come up. */
export async function startNeo4j(
  options: {
    readonly password?: string;
    readonly java?: string;
    readonly lib?: string;
    readonly port?: number;
    readonly memory?: string;
  } = {},
): Promise<Neo4jServer> {
  const data = mkdtempSync(join(tmpdir(), "mandate-neo4j-"));
  const args = [
    `-Xmx${options.memory ?? "1g"}`,
    "-cp",
    join(options.lib ?? LIB, "*"),
    join(FOLDER, "Neo4jServer.java"),
    String(options.port ?? 0),
    data,
  ];
  if (options.password !== undefined) args.push(options.password);
  const child = spawn(options.java ?? "java", args, { stdio: ["pipe", "pipe", "pipe"] });
  const exited = once(child, "exit").catch(() => undefined);
  const end = async (how: () => unknown): Promise<void> => {
    how();
    await exited;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const uri = await readyLine(child);
    return {
      uri,
      process: child,
      kill: () => end(() => child.kill("SIGKILL")),
      // Its end of input, by which it also notices that we died.
      stop: () => end(() => child.stdin.end()),
    };
  } catch (error) {
    await end(() => child.kill("SIGKILL"));
    throw error;
  }
}

function readyLine({
  stdout,
  stderr,
}: {
  readonly stdout: NodeJS.ReadableStream;
  readonly stderr: NodeJS.ReadableStream;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    let complaint = "";
    stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)));
    stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const uri = /^READY (?<uri>\S+?)\/?$/mu.exec(said)?.groups?.["uri"];
      if (uri !== undefined) resolve(uri);
    });
    stdout.on("end", () => reject(new Error(`the Neo4j server did not come up: ${complaint.trim()}`)));
  });
}

import { fork, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SourceError, type SourceErrorCode } from "../read-error.ts";
import type { BinaryText } from "./binary-text.ts";

export interface ChildRequest {
  readonly id: number;
  readonly format: "docx" | "pdf";
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type ChildAnswer =
  | { readonly id: number; readonly value: BinaryText }
  | { readonly id: number; readonly error: { readonly code: SourceErrorCode; readonly message: string } };

export interface ChildLimits {
  readonly seconds: number;
  readonly heapMegabytes: number;
  /** All memory of the process; watched where the system tells (Linux). */
  readonly megabytes: number;
}

export const CHILD_LIMITS: ChildLimits = { seconds: 60, heapMegabytes: 768, megabytes: 1536 };

/** A file that takes its reader down is its own loss: the reader is ended and the next file gets a new one. */
const idle: ChildProcess[] = [];
const waiting: (() => void)[] = [];
const MOST_CHILDREN = 2;
const IDLE_SECONDS = 30;
let busy = 0;
let requests = 0;

/** Reads a docx or pdf file in a process of its own. Throws `SourceError`, also where that process is too slow, too large or dies. */
export async function readInChild(
  request: Omit<ChildRequest, "id">,
  limits: ChildLimits = CHILD_LIMITS,
): Promise<BinaryText> {
  if (busy >= MOST_CHILDREN) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    const answer = await askOne(request, limits);
    if ("error" in answer) throw new SourceError(answer.error.code, answer.error.message);
    return answer.value;
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

/** A child is used again, unless it died, has grown large or was made for other limits. */
async function askOne(request: Omit<ChildRequest, "id">, limits: ChildLimits): Promise<ChildAnswer> {
  const usual = limits.heapMegabytes === CHILD_LIMITS.heapMegabytes;
  const child = (usual ? takeIdle() : undefined) ?? startChild(limits.heapMegabytes);
  hold(child, true);
  requests += 1;
  const answer = await ask(child, { ...request, id: requests }, limits);
  if (usual && child.connected && (await residentMegabytes(child.pid)) < limits.megabytes / 3) {
    hold(child, false);
    idle.push(child);
    setTimeout(endIdle, IDLE_SECONDS * 1000, child).unref();
  } else child.kill("SIGKILL");
  return answer;
}

function takeIdle(): ChildProcess | undefined {
  let child = idle.pop();
  while (child && !child.connected) child = idle.pop();
  return child;
}

function endIdle(child: ChildProcess): void {
  const at = idle.indexOf(child);
  if (at < 0) return;
  idle.splice(at, 1);
  child.kill("SIGKILL");
}

function startChild(heapMegabytes: number): ChildProcess {
  return fork(fileURLToPath(new URL("./child-start.js", import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, "--no-warnings"],
    // Nothing of the parent's settings or secrets is handed on.
    env: { PATH: process.env["PATH"] ?? "" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** An idle child does not keep the program running. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function ask(child: ChildProcess, request: ChildRequest, limits: ChildLimits): Promise<ChildAnswer> {
  return new Promise((resolve) => {
    let killed: SourceErrorCode | null = null;
    const end = (code: SourceErrorCode): void => {
      killed = code;
      child.kill("SIGKILL");
    };
    const deadline = setTimeout(end, limits.seconds * 1000, "TOO_SLOW");
    const watch = setInterval(() => {
      void residentMegabytes(child.pid).then((size) => {
        if (size > limits.megabytes) end("OUT_OF_MEMORY");
      });
    }, 200);
    const settle = (answer: ChildAnswer): void => {
      clearTimeout(deadline);
      clearInterval(watch);
      child.off("message", onMessage);
      child.off("exit", onExit);
      child.off("error", onError);
      resolve(answer);
    };
    const onMessage = (answer: unknown): void => {
      // The child is ours; its answers are of our own making.
      if ((answer as ChildAnswer).id === request.id) settle(answer as ChildAnswer);
    };
    const onExit = (code: number | null, signal: string | null): void => {
      settle({
        id: request.id,
        error: failure(request.name, killed ?? (isOutOfMemory(code, signal) ? "OUT_OF_MEMORY" : "DAMAGED"), limits),
      });
    };
    const onError = (error: Error): void => {
      settle({
        id: request.id,
        error: {
          code: "CANNOT_READ",
          message: `${request.name}: no process could be started to read it: ${error.message}`,
        },
      });
    };
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.on("error", onError);
    child.send(request, (error) => {
      if (error) end("CANNOT_READ");
    });
  });
}

function isOutOfMemory(code: number | null, signal: string | null): boolean {
  return code === 134 || signal === "SIGABRT" || signal === "SIGKILL";
}

function failure(name: string, code: SourceErrorCode, limits: ChildLimits): { code: SourceErrorCode; message: string } {
  if (code === "TOO_SLOW")
    return {
      code,
      message: `${name} took longer than ${limits.seconds} s to read and was given up: split it, or save it as .txt`,
    };
  if (code === "OUT_OF_MEMORY")
    return { code, message: `${name} needed too much memory to read and was given up: split it, or save it as .txt` };
  return { code, message: `${name} brought its reader down and was given up: open it and save it again` };
}

/** 0 where the system does not tell. Pages of 4 kB. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  if (process.platform !== "linux" || pid === undefined) return 0;
  const statm = await readFile(`/proc/${pid}/statm`, "latin1").catch(() => "");
  return (Number(statm.split(" ")[1] ?? 0) * 4096) / 1_048_576 || 0;
}

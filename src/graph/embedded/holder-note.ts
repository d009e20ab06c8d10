import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * A note beside an open store that tells which process holds it. It only names the holder: whether there is one, the engine's own lock decides,
 * for a note outlives a process that was killed.
 */
export function leaveNote(store: string, holder: number): void {
  quietly(() => writeFileSync(noteOf(store), `${holder}\n`));
}

/** Takes the note away. To be called while the store is still held, or it might be another's. */
export function removeNote(store: string): void {
  quietly(() => rmSync(noteOf(store), { force: true }));
}

/** The process that the note beside a held store names, or null where there is none or it is no longer alive. */
export function notedHolder(store: string): number | null {
  return quietly(() => {
    const pid = Number.parseInt(readFileSync(noteOf(store), "utf8"), 10);
    return isAlive(pid) ? pid : null;
  });
}

function noteOf(store: string): string {
  return `${store}.pid`;
}

/** True for a process that lives. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// The note is a courtesy: where it cannot be written or read, the store works all the same.
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

import { open, stat } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import { FORMAT } from "./format.ts";

/** Of a file so many bytes tell whether it is an archive. */
const HEAD = 4_096;
const BEGINNING = `{"mandate":${JSON.stringify(FORMAT.mandate)},`;
/** What the embedded engine and a restore keep beside a store: an archive of such a name would be taken for it. */
const BESIDE_STORES = /\.(?:wal|pid|restoring)$/u;

/**
 * Lets an archive be written where nothing stands or an archive does. Whatever else stands there — a store most of all, of whichever process — is never
 * replaced. Throws `ArchiveError` IN_THE_WAY, and what the file system says.
 */
export async function refuseOthers(path: string): Promise<void> {
  if (BESIDE_STORES.test(path)) throw inTheWay(path, "this is what files beside a store are called");
  const there = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (there === null) return;
  if (there.isDirectory()) throw inTheWay(path, "it is a folder");
  if (!there.isFile() || !(await isArchive(path)))
    throw inTheWay(path, "what stands there is no archive of `mandate backup`, and only such a one is replaced");
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return beginningOf(buffer.subarray(0, bytesRead)).startsWith(BEGINNING);
  } finally {
    await file.close();
  }
}

/** What the first bytes of a packed file say; nothing where they are none. */
function beginningOf(packed: Buffer): string {
  try {
    // The file goes on behind these bytes: what they hold is taken without its end.
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8");
  } catch {
    return "";
  }
}

function inTheWay(path: string, why: string): ArchiveError {
  return new ArchiveError("IN_THE_WAY", `${path}: cannot be written: ${why}; name another file`);
}

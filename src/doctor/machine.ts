import { access, constants, stat, statfs } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { notedHolder } from "../graph/embedded/holder-note.ts";
import type { Finding } from "./finding.ts";

const OLDEST_NODE = [20, 19] as const;
/** A store needs as much again for a backup or a restore, and never less than this, in bytes. */
const LEAST_SPACE = 256 * 1024 * 1024;

/** What is wrong with the version of Node.js that this runs on, "20.18.1". */
export function nodeFindings(version: string): readonly Finding[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least, lesser] = OLDEST_NODE;
  if (major > least || (major === least && minor >= lesser)) return [];
  return [
    {
      code: "NODE_TOO_OLD",
      severity: "error",
      what: `Node.js ${version}`,
      means: "mandate is not tried on it, and may fail anywhere",
      mend: `install Node.js ${least}.${lesser} or later`,
    },
  ];
}

/** What is wrong around an embedded store, before it is opened: its folder, the space beside it, what was left there. */
export async function placeFindings(path: string): Promise<readonly Finding[]> {
  const file = resolve(path);
  return [
    ...(await folderFindings(path, dirname(file))),
    ...(await spaceFindings(path, file)),
    ...leftFindings(path, file),
  ];
}

async function folderFindings(path: string, folder: string): Promise<readonly Finding[]> {
  if (!existsSync(folder)) return [];
  try {
    await access(folder, constants.W_OK);
    return [];
  } catch {
    return [
      {
        code: "FOLDER_UNWRITABLE",
        severity: "error",
        what: `${dirname(path)} cannot be written by this user`,
        means: "the store keeps its log beside itself while it is open: nothing can be loaded or asked",
        mend: `make ${dirname(path)} writable, or name another place with --store`,
      },
    ];
  }
}

async function spaceFindings(path: string, file: string): Promise<readonly Finding[]> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  const space = await statfs(dirname(file)).catch(() => null);
  const needed = Math.max(LEAST_SPACE, size);
  const free = space === null ? Number.POSITIVE_INFINITY : space.bavail * space.bsize;
  if (free >= needed) return [];
  return [
    {
      code: "LITTLE_SPACE",
      severity: "warning",
      what: `${megabytes(free)} MB are free at ${path}, which has ${megabytes(size)} MB`,
      means: "a load or a restore may find the disk full (what is kept stays kept)",
      mend: `make room for ${megabytes(needed)} MB at least`,
    },
  ];
}

function leftFindings(path: string, file: string): readonly Finding[] {
  const stale = existsSync(`${file}.pid`) && notedHolder(file) === null;
  const broken = existsSync(`${file}.restoring`);
  return [
    ...(stale
      ? [
          {
            code: "HOLDER_KILLED",
            severity: "note" as const,
            what: `${path}.pid names a process that is no more`,
            means: "whoever held the store was killed; all that it was told is kept is there",
            mend: "nothing: the next command that opens the store takes the note away",
          },
        ]
      : []),
    ...(broken
      ? [
          {
            code: "RESTORE_BROKEN_OFF",
            severity: "warning" as const,
            what: `${path}.restoring is what a restore that was broken off left`,
            means: `the store is as it was before that restore, or another process is restoring it now`,
            mend: "run mandate restore again, or delete the file",
          },
        ]
      : []),
  ];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

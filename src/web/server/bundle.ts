import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { assetPath } from "../../assets.ts";

/** A file that the browser asks for by a name that its content decides: it never changes. */
export interface BundledFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}
export interface Bundle {
  readonly script: string;
  readonly style: string;
  readonly files: ReadonlyMap<string, BundledFile>;
}

/** What the names in the built code stand under: no folder on disk. */
const OUT = "/bundle";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * The pages' code and styles, made in memory from the sources each time the server starts (some 100 ms): no build step, nothing built in git. What is
 * needed late (spreadsheets) stands in files of its own.
 */
export async function bundlePages(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: { pages: assetPath("src/web/client/main.tsx") },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    outdir: OUT,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
    external: ["*.woff2"],
    legalComments: "none",
    logLevel: "silent",
  });
  const files = outputFiles.map(({ path, contents }) => fileOf(path, Buffer.from(contents)));
  const named = (ending: string): string => {
    const file = files.find(({ name }) => name.startsWith("pages-") && name.endsWith(ending));
    if (file === undefined) throw new Error(`the pages' bundle has no ${ending}`);
    return file.name;
  };
  return { script: named(".js"), style: named(".css"), files: new Map(files.map((file) => [file.name, file])) };
}

function fileOf(path: string, body: Buffer): BundledFile {
  const name = path.replaceAll("\\", "/").split("/").at(-1) ?? path;
  const type = TYPES[name.slice(name.lastIndexOf("."))] ?? "application/octet-stream";
  return { name, type, body, gzipped: gzipSync(body, { level: 9 }) };
}

/** A short name for content, for caches. */
export function contentTag(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
}

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listAssets, readAsset } from "../../assets.ts";

const require = createRequire(import.meta.url);

/** A file as it is sent: read when it is first asked for. */
export interface StaticFile {
  readonly type: string;
  read(): Buffer;
}

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** Everything besides the bundle that the pages ask for, by its address below /pages/. All of it is in this package or in what it depends on. */
export const staticFiles: ReadonlyMap<string, StaticFile> = new Map([
  ["icon.svg", own("icon.svg", "image/svg+xml")],
  ["ide/ide.js", own("ide.js", SCRIPT)],
  ["ide/ide.css", own("ide.css", STYLE)],
  ["ide/examples.json", { type: "application/json; charset=utf-8", read: examples }],
  ["ide/react.production.min.js", packaged("react", "umd/react.production.min.js", SCRIPT)],
  ["ide/react-dom.production.min.js", packaged("react-dom", "umd/react-dom.production.min.js", SCRIPT)],
  ["ide/graphiql.min.js", packaged("graphiql", "graphiql.min.js", SCRIPT)],
  ["ide/graphiql.min.css", { type: STYLE, read: () => withoutFonts(fromPackage("graphiql", "graphiql.min.css")) }],
  ...fonts(),
]);

function fonts(): (readonly [string, StaticFile])[] {
  return ["vietnamese", "latin-ext", "latin"].flatMap((subset) =>
    ["400", "600"].map((weight) => {
      const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      return [`fonts/${name}`, packaged("@fontsource/be-vietnam-pro", `files/${name}`, "font/woff2")] as const;
    }),
  );
}

function own(name: string, type: string): StaticFile {
  return { type, read: () => Buffer.from(readAsset(`src/web/server/${name}`)) };
}

function packaged(name: string, path: string, type: string): StaticFile {
  return { type, read: () => fromPackage(name, path) };
}

function fromPackage(name: string, path: string): Buffer {
  return readFileSync(join(dirname(require.resolve(`${name}/package.json`)), path));
}

/** GraphiQL's styles carry fonts as data, which the content security policy refuses and Vietnamese does not need. */
function withoutFonts(style: Buffer): Buffer {
  return Buffer.from(style.toString("utf8").replaceAll(/@font-face\s*\{[^}]*\}/gu, ""));
}

/** The queries of `examples/`, each with its question as the comment on top. */
function examples(): Buffer {
  return Buffer.from(JSON.stringify(listAssets("examples", ".graphql").map(readAsset)));
}

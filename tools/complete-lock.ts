import { readFileSync, writeFileSync } from "node:fs";

// `npm run lock:complete`: enters into package-lock.json the builds of the embedded engine for other platforms than this one. npm leaves out those that its
// registry does not have at hand, and `npm ci` then refuses the lock file everywhere.

interface Entry {
  readonly version: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: unknown;
}

const FILE = "package-lock.json";
const ENGINE = "node_modules/@grafeo-db/js";
const LIBC: Readonly<Record<string, string>> = { gnu: "glibc", musl: "musl" };

const lock = JSON.parse(readFileSync(FILE, "utf8")) as { packages: Record<string, Entry> };
const builds = lock.packages[ENGINE]?.optionalDependencies ?? {};
for (const [name, version] of Object.entries(builds)) {
  const [os = "", cpu = "", abi = ""] = name.replace("@grafeo-db/js-", "").split("-");
  const libc = LIBC[abi];
  lock.packages[`node_modules/${name}`] ??= {
    version,
    cpu: [cpu],
    ...(libc === undefined ? {} : { libc: [libc] }),
    license: "Apache-2.0",
    optional: true,
    os: [os],
    engines: { node: ">=20" },
  } as Entry;
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);

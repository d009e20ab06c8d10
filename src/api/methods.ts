import type { FastifyInstance } from "fastify";

/** Tells which methods a path takes; none where it is no route's. Of the routes that are added from now on. */
export function methodsTaken(app: FastifyInstance): (path: string) => readonly string[] {
  const taken = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    const methods = taken.get(url) ?? new Set();
    taken.set(url, methods);
    for (const each of [method].flat()) methods.add(each);
  });
  return (path) => {
    const at = path.split("/");
    const methods = [...taken].flatMap(([url, each]) => (fits(url.split("/"), at) ? [...each] : []));
    return [...new Set(methods)].sort();
  };
}

/** Whether "/facts/:name" or "/pages/*" is the pattern of a path, both in their steps. */
function fits(pattern: readonly string[], path: readonly string[]): boolean {
  const open = pattern.indexOf("*");
  if (open < 0 ? pattern.length !== path.length : path.length <= open) return false;
  return pattern.every((step, place) => (open >= 0 && place >= open) || step.startsWith(":") || step === path[place]);
}

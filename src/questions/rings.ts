interface Step {
  readonly from: string;
  readonly to: string;
}

/**
 * The rings of a graph, each as its members in order: sets of two or more that lead to one another, and single ones that lead to themselves.
 * Time grows with the number of steps (Tarjan 1972; written without recursion, for chains are long).
 */
export function ringsIn(steps: Iterable<Step>): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) {
    const listed = next.get(from);
    if (listed === undefined) next.set(from, [to]);
    else listed.push(to);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const rings: string[][] = [];
  const lower = (id: string, to: number): void => void lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  const enter = (id: string): { readonly id: string; readonly left: Iterator<string> } => {
    order.set(id, order.size);
    lower(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, left: (next.get(id) ?? []).values() };
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const { id, left } = here;
      const step = left.next();
      if (step.done !== true) {
        const seen = order.get(step.value);
        if (seen === undefined) path.push(enter(step.value));
        else if (isOpen.has(step.value)) lower(id, seen);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.id, lowest.get(id) ?? 0);
      if (lowest.get(id) !== order.get(id)) continue;
      const ring = open.splice(open.lastIndexOf(id));
      for (const each of ring) isOpen.delete(each);
      if (ring.length > 1 || (next.get(id) ?? []).includes(id)) rings.push(ring.sort());
    }
  }
  return rings.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

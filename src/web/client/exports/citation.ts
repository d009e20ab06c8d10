import type { Task } from "../ask/shapes.ts";

/** A task as people cite it: "gạch đầu dòng 3, điểm b, khoản 2, Mục II Kế hoạch 177-KH/TU An Giang". */
export function citation(task: Pick<Task, "address" | "section">, documentName: string): string {
  const where = task.address ?? task.section ?? "";
  return where === "" ? documentName : `${where} ${documentName}`;
}

/** Items in batches of one size, as a load takes them. */
// eslint-disable-next-line @typescript-eslint/require-await -- a load takes its batches as they come
export async function* batched<T>(items: Iterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

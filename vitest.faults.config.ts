import { defineConfig } from "vitest/config";

/** The faults that take long to bring about: killed loads, full disks, bombs. One file after another, for they measure time and memory. */
export default defineConfig({
  test: {
    include: ["test/faults/**/*.fault.ts"],
    globalSetup: ["test/support/neo4j-setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});

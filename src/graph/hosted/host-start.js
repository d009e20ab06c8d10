// Starts the process that has the engine of a store: registers the TypeScript loader first, as the command does.
import { register } from "tsx/esm/api";

register();
await import("./host.ts");

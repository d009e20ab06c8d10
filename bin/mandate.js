#!/usr/bin/env node
// The command: registers the TypeScript loader, so that nothing has to be built after `npm ci`, and starts the program.
import { register } from "tsx/esm/api";

register();
await import("../src/cli/main.ts");

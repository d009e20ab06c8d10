// Starts the process that reads docx and pdf files. pdf.js is left to Node itself: the TypeScript loader would translate its megabytes first.
import { register } from "tsx/esm/api";

const loader = register({ namespace: "mandate-reader" });
const { serve } = await loader.import("./child-main.ts", import.meta.url);
serve(() => import("pdfjs-dist/legacy/build/pdf.mjs"));

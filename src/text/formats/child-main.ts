import { SourceError } from "../read-error.ts";
import type { ChildAnswer, ChildRequest } from "./child.ts";
import { readDocx } from "./docx/read-docx.ts";
import { readPdf } from "./pdf/read-pdf.ts";

/** The process that opens docx and pdf files, one after another, for its parent: see `child.ts`. */
process.on("message", (request: ChildRequest) => {
  void answer(request).then((result) => process.send?.(result));
});
process.on("disconnect", () => process.exit(0));

async function answer({ id, format, bytes, name }: ChildRequest): Promise<ChildAnswer> {
  try {
    return { id, value: await (format === "pdf" ? readPdf : readDocx)(bytes, name) };
  } catch (error) {
    if (error instanceof SourceError) return { id, error: { code: error.code, message: error.message } };
    const reason = error instanceof Error ? error.message : String(error);
    return {
      id,
      error: { code: "DAMAGED", message: `${name} cannot be read as ${format} (${reason}): open it and save it again` },
    };
  }
}

import { SourceError } from "../read-error.ts";
import type { BinaryText } from "./binary-text.ts";
import type { ChildAnswer, ChildRequest } from "./child.ts";
import { readDocx } from "./docx/read-docx.ts";
import { readPdf } from "./pdf/read-pdf.ts";

/** Opens docx and pdf files, one after another, for the parent process: see `child.ts`. */
export function serve(loadPdf: () => Promise<unknown>): void {
  const read = ({ format, bytes, name }: ChildRequest): Promise<BinaryText> =>
    format === "pdf" ? readPdf(bytes, name, loadPdf) : readDocx(bytes, name);
  process.on("message", (request: ChildRequest) => {
    void answer(request, read).then((result) => process.send?.(result));
  });
  process.on("disconnect", () => process.exit(0));
}

async function answer(
  request: ChildRequest,
  read: (request: ChildRequest) => Promise<BinaryText>,
): Promise<ChildAnswer> {
  const { id, format, name } = request;
  try {
    return { id, value: await read(request) };
  } catch (error) {
    if (error instanceof SourceError) return { id, error: { code: error.code, message: error.message } };
    const reason = error instanceof Error ? error.message : String(error);
    return {
      id,
      error: { code: "DAMAGED", message: `${name} cannot be read as ${format} (${reason}): open it and save it again` },
    };
  }
}

import type { FastifyInstance } from "fastify";
import { firstInvalidUtf8 } from "../text/encoding/utf8.ts";

/** A body whose bytes are no text: they are refused, for letters put in their place would be kept as if somebody had written them. */
class NoText extends Error {
  override readonly name = "NoText";
  readonly code = "BAD_ENCODING";
  readonly statusCode = 400;
}

/** Reads bodies of JSON as Fastify does, but only those that are UTF-8. */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const invalid = firstInvalidUtf8(body);
    if (invalid === null) void parse(request, body.toString("utf8"), done);
    else done(new NoText(`The body is no UTF-8: byte ${String(invalid)} is ${hexOf(body[invalid] ?? 0)}`));
  });
}

const hexOf = (byte: number): string => byte.toString(16).padStart(2, "0").toUpperCase();

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { FOR_ALL } from "../../api/access/guard.ts";
import { bundlePages, contentTag, type Bundle } from "./bundle.ts";
import { IDE_SHELL, shell } from "./shell.ts";
import { staticFiles } from "./static-files.ts";

/** Addresses that are states of the pages: each answers with the same shell. */
const ADDRESSES = ["/", "/documents", "/documents/*", "/agencies", "/agencies/*", "/gaps", "/calendar", "/help"];
const HTML = "text/html; charset=utf-8";
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";

/** Serves the pages beside GraphQL: their code bundled now and kept in memory, fonts and GraphiQL as they stand in their packages. `ide`: whether GraphiQL is there. */
export async function servePages(app: FastifyInstance, { ide = true } = {}): Promise<void> {
  const bundle = await bundlePages();
  const html = shell({ ...bundle, ide });
  for (const address of ADDRESSES)
    app.get(address, FOR_ALL, (_request, reply) => reply.type(HTML).header("cache-control", ASK_AGAIN).send(html));
  if (ide)
    app.get("/ide", FOR_ALL, (_request, reply) => reply.type(HTML).header("cache-control", ASK_AGAIN).send(IDE_SHELL));
  app.get<{ Params: { "*": string } }>("/pages/*", FOR_ALL, (request, reply) =>
    sendFile(request.params["*"], bundle, request, reply),
  );
}

function sendFile(path: string, bundle: Bundle, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const bundled = bundle.files.get(path);
  if (bundled !== undefined) {
    const zipped = /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
    void reply.type(bundled.type).header("cache-control", FOR_EVER).header("vary", "accept-encoding");
    return zipped ? reply.header("content-encoding", "gzip").send(bundled.gzipped) : reply.send(bundled.body);
  }
  const file = staticFiles.get(path);
  if (file === undefined) return reply.code(404).send({ error: `there is no file /pages/${path.slice(0, 80)}` });
  const body = file.read();
  const tag = contentTag(body);
  void reply.header("cache-control", ASK_AGAIN).header("etag", tag);
  return request.headers["if-none-match"] === tag ? reply.code(304).send() : reply.type(file.type).send(body);
}

import { SaxesParser } from "saxes";
import { SourceError } from "../../read-error.ts";

const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
};
const DEEPEST = 512;

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What happens in an XML part. Elements of Word have bare names ("p", "tbl"), those of others a prefix; attributes are by local name. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Reads one XML part. Throws `UNSAFE` for a DOCTYPE (no entity is ever expanded), `TOO_DEEP`, and `DAMAGED` for what is no XML. */
export async function readXml(chunks: AsyncIterable<string>, events: XmlEvents, name: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("doctype", () => {
    throw new SourceError("UNSAFE", `${name} is refused: it declares a DOCTYPE, which no Word file has`);
  });
  parser.on("error", (error) => {
    throw new SourceError("DAMAGED", `${name} is damaged: ${error.message}; open it in Word and save it again`, error);
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new SourceError("TOO_DEEP", `${name} nests more than ${DEEPEST} elements`);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value;
    events.open(localName(tag.uri, tag.local), attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    events.close(localName(tag.uri, tag.local));
  });
  if (events.text) parser.on("text", (text) => events.text?.(text));
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
}

function localName(uri: string, local: string): string {
  return WORD.has(uri) ? local : `${PREFIXES[uri] ?? "other:"}${local}`;
}

import { TextDecoder } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { SourceError } from "../../read-error.ts";

const MIB = 1024 * 1024;
/** No part of a real document is larger, nor packed more than 200 to 1 once it is large at all. */
const LARGEST_PART = 64 * MIB;
const HIGHEST_RATIO = 200;
const MOST_PARTS = 5_000;

/** The parts of a docx file, unpacked one by one and only when asked for. */
export class Package {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #name: string;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.#name = name;
  }

  /** Throws `DAMAGED` for what is no whole zip, `UNSAFE` for bombs, paths that lead outside and too many parts, `ENCRYPTED` for locked ones. */
  static async open(bytes: Uint8Array, name: string): Promise<Package> {
    const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch((cause: unknown) => {
      throw damaged(name, cause);
    });
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on("entry", (entry: Entry) => {
        const reason = unsafe(entry, entries.size);
        if (reason !== null) {
          reject(new SourceError("UNSAFE", `${name} is refused: ${reason}`));
          return;
        }
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.on("end", resolve);
      zip.on("error", (cause: Error) => {
        const outside = /invalid (?:relative path|characters in fileName)|absolute path/u.test(cause.message);
        reject(
          outside ? new SourceError("UNSAFE", `${name} is refused: ${cause.message}`, cause) : damaged(name, cause),
        );
      });
      zip.readEntry();
    });
    return new Package(zip, entries, name);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** The text of an XML part, piece by piece; nothing where there is no such part. */
  async *read(part: string): AsyncGenerator<string> {
    const entry = this.#entries.get(part);
    if (entry === undefined) return;
    if (entry.isEncrypted())
      throw new SourceError("ENCRYPTED", `${this.#name} is locked by a password: save it without one`);
    try {
      let decoder: TextDecoder | undefined;
      for await (const chunk of await openPart(this.#zip, entry)) {
        const bytes = chunk as Uint8Array;
        decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true });
        yield decoder.decode(bytes, { stream: true });
      }
      yield decoder?.decode() ?? "";
    } catch (cause) {
      throw cause instanceof SourceError ? cause : damaged(this.#name, cause, part);
    }
  }
}

function unsafe(entry: Entry, count: number): string | null {
  if (count >= MOST_PARTS) return `it has more than ${MOST_PARTS} parts`;
  const size = entry.uncompressedSize;
  if (size > LARGEST_PART)
    return `its part ${entry.fileName} unpacks to ${Math.round(size / MIB)} MB; the most is 64 MB`;
  if (size > MIB && size > HIGHEST_RATIO * entry.compressedSize)
    return `its part ${entry.fileName} unpacks to more than ${HIGHEST_RATIO} times its size, as a zip bomb does`;
  return null;
}

function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function damaged(name: string, cause: unknown, part?: string): SourceError {
  const where = part === undefined ? "" : ` (in its part ${part})`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceError("DAMAGED", `${name} is damaged${where}: ${reason}; open it in Word and save it again`, cause);
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

function openPart(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

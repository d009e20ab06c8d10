import { parseDocumentId } from "../facts/document-id.ts";
import { read } from "../graph/statement.ts";
import type { Store } from "../graph/store.ts";
import { dayInWords } from "../graph/names.ts";
import { suggestions as statement } from "./statements.ts";

/** That a held document without number may be one that others cite. Never joined in silence: a review accepts it. */
export interface Suggestion {
  readonly held: string;
  readonly cited: string;
  readonly citedName: string;
  readonly reasons: readonly string[];
  /** What accepts it, on the command line. */
  readonly command: string;
}

/** Documents without number that others seem to cite by theirs: of the same body and kind, carrying out the same document, not older than what they cite. */
export async function suggestions(store: Store): Promise<readonly Suggestion[]> {
  const rows = await read(store, statement, {});
  const fitting = rows.filter(({ held, cited, notBefore, issuedOn }) => {
    const [own, other] = [parseDocumentId(held), parseDocumentId(cited)];
    return (
      own.form === "unnumbered" &&
      other.form === "numbered" &&
      own.body === other.body &&
      own.kind === other.kind &&
      (own.year === null || other.year === null || own.year === other.year) &&
      (notBefore === null || issuedOn === null || notBefore <= issuedOn)
    );
  });
  const once = new Map(fitting.map((row) => [`${row.held} ${row.cited}`, row]));
  return [...once.values()].map(({ held, cited, citedName, number, symbol, issuedOn, notBefore, targetName }) => ({
    held,
    cited,
    citedName,
    reasons: [
      "both are of one body and kind",
      `both carry out ${targetName}`,
      ...(issuedOn !== null && notBefore !== null
        ? [
            `its day, ${dayInWords(issuedOn)}, is not before ${dayInWords(notBefore)}, the latest that the text speaks of`,
          ]
        : []),
    ],
    command: [
      `mandate review ${held} --identify ${cited} --number ${number}`,
      symbol === null ? "" : `--symbol ${symbol}`,
      issuedOn === null ? "" : `--date ${issuedOn}`,
      '--reason "…"',
    ]
      .filter((part) => part !== "")
      .join(" "),
  }));
}

/** The parts of a document's id (`vn/<body>/<kind>/<year>/<number>`); see the contract's "Document ids". */
export type DocumentId =
  | {
      readonly form: "numbered";
      readonly body: string;
      readonly kind: string;
      readonly year: string | null;
      readonly number: string;
    }
  /** Numbered nowhere in its own text: `~` or `~<hash8>` stands for the number. */
  | { readonly form: "unnumbered"; readonly body: string; readonly kind: string; readonly year: string | null }
  /** Named by the plenum that adopted it: `vn/tw/nq/khoa-viii/2`. */
  | {
      readonly form: "plenum";
      readonly body: string;
      readonly kind: string;
      readonly term: string;
      readonly session: string;
    }
  /** A congress (`vn/tw/dai-hoi/xiii`), a law by name (`vn/qh/luat/dau-tu-cong`), or another id that is not looked into. */
  | { readonly form: "named" };

const PLENUM_TERM = /^khoa-(?<term>[a-z]+)$/u;
const YEAR = /^(?:\d{4}|~)$/u;

export function parseDocumentId(id: string): DocumentId {
  const parts = id.split("/");
  const [kind = "", year = "", number = ""] = parts.slice(-3);
  const body = parts.slice(0, -3).join("/");
  const term = PLENUM_TERM.exec(year)?.groups?.["term"];
  if (body === "") return { form: "named" };
  if (term !== undefined) return { form: "plenum", body, kind, term, session: number };
  if (!YEAR.test(year)) return { form: "named" };
  const known = year === "~" ? null : year;
  if (number.startsWith("~")) return { form: "unnumbered", body, kind, year: known };
  return { form: "numbered", body, kind, year: known, number };
}

/** The province that an id belongs to, as its slug; null for a central body's or where the text names none (`~`). */
export function provinceOf(id: string, isProvince: (slug: string) => boolean): string | null {
  const slug = id.split("/")[1];
  return slug !== undefined && isProvince(slug) ? slug : null;
}

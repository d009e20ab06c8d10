import { fold } from "../registry/fold.ts";
import { QuestionError } from "./question-error.ts";

/** The slug of a province given by its name or id ("An Giang", "an-giang", "vn/an-giang"); null where none was given. Throws `QuestionError` for an empty one. */
export function provinceSlug(argument: string, place: string | null | undefined): string | null {
  if (place == null) return null;
  const slug = (place.split("/").at(-1) ?? "").trim();
  if (slug === "")
    throw new QuestionError("BAD_ARGUMENT", `${argument} is empty: give a province's name or id, such as an-giang`);
  return fold(slug).replace(/\s+/gu, "-");
}

/** The id of a province's place; null for none, and for a province that no text names, which has no place in the graph. */
export function placeId(province: string | null): string | null {
  return province === null || province.startsWith("~") ? null : `vn/${province}`;
}

/** The province that an id belongs to: "an-giang" of "vn/an-giang/ubnd". */
export function provinceOf(id: string): string {
  return id.split("/")[1] ?? "";
}

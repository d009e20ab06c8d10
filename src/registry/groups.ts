import type { Agencies } from "./agencies.ts";
import type { Agency, Group, GroupMember, Level } from "./model.ts";
import { endsIn, key, type NameWords } from "./name-words.ts";
import { inForce } from "./period.ts";
import { withoutPlaceKind, type Places } from "./places.ts";

/** A body that belongs to a group on a day. */
export interface Member {
  readonly agency: Agency;
  /** The words that a text must have for it to be meant ("đoàn thể"); null where it always is. */
  readonly onlyWhereNamed: string | null;
  /** True where each province's body is meant. */
  readonly inEachProvince: boolean;
}

export interface Groups {
  groups(level: Level): readonly Group[];
  group(level: Level, id: string): Group | null;
  /** By its wording, with or without "các", "(có) liên quan", "tỉnh" and the province. */
  groupNamed(name: string, level: Level): Group | null;
  /** Who belongs to it on that day; nobody where its members cannot be known. A body that only some provinces have says so (`everywhere`). */
  membersOf(group: Group, on: string): readonly Member[];
}

const CONCERNED = [
  ["co", "lien", "quan"],
  ["lien", "quan"],
];

/** The words of a wording as groups compare them. */
export function groupWords(wording: string, nameWords: NameWords): readonly string[] {
  return nameWords(wording).filter((word) => word !== "cac");
}

/** Finds a group of the rows by its wording. */
export function groupFinder(
  rows: readonly Group[],
  nameWords: NameWords,
  places: Places,
): (name: string, level: Level) => Group | null {
  const byWording = new Map<string, Group>();
  for (const row of rows)
    for (const wording of [row.name, ...row.wordings])
      byWording.set(`${row.level} ${key(groupWords(wording, nameWords))}`, row);
  return (name, level) => {
    for (
      let rest: readonly string[] | null = groupWords(name, nameWords);
      rest !== null;
      rest = shorter(rest, places)
    ) {
      const found = byWording.get(`${level} ${key(rest)}`);
      if (found !== undefined) return found;
    }
    return null;
  };
}

export function groupsOf(
  rows: readonly Group[],
  agencies: Agencies,
  find: (name: string, level: Level) => Group | null,
): Groups {
  const at = (level: Level): readonly Group[] => rows.filter((row) => row.level === level);
  return {
    groups: at,
    group: (level, id) => at(level).find((row) => row.id === id) ?? null,
    groupNamed: find,
    membersOf: ({ level, members }, on) => {
      const listed = members.flatMap((member) => {
        const inEachProvince = "agency" in member && member.inEachProvince;
        const candidates = agencies
          .agencies(inEachProvince ? "province" : level)
          .filter((agency) => isMeant(agency, member));
        return candidates.map((agency) => ({ agency, onlyWhereNamed: member.onlyWhereNamed, inEachProvince }));
      });
      return listed.filter(({ agency }) => inForce(agency, on));
    },
  };
}

export function isMeant(agency: Agency, member: GroupMember): boolean {
  if ("class" in member) return agency.class === member.class;
  return agency.id === ("agency" in member ? member.agency : member.pattern);
}

function shorter(wording: readonly string[], places: Places): readonly string[] | null {
  const tail = CONCERNED.find((words) => endsIn(wording, words));
  if (tail !== undefined) return wording.slice(0, -tail.length);
  return withoutPlaceKind(wording)?.before ?? places.provinceAtEnd(wording)?.before ?? null;
}

import { isMeant } from "../../registry/groups.ts";
import { fold } from "../../registry/fold.ts";
import type { Registry } from "../../registry/load-registry.ts";
import type { AgencyFact } from "../../facts/model.ts";
import { COUNTRY, type Body, type RegistryView } from "./body.ts";
import { standingOf } from "./periods.ts";
import { successionsOf } from "./successions.ts";

export function registryView(registry: Registry): RegistryView {
  const known = registry.centralDocuments.map(({ id, title, issuedOn, plenum }) => ({ id, title, issuedOn, plenum }));
  return {
    registry,
    documents: () => known,
    kindName: (code) => registry.kind(code)?.name,
    provinceName: (slug) => registry.province(slug)?.name,
    placeOf(id) {
      const slug = id.split("/")[1] ?? "";
      if (registry.province(slug) !== null) return `${COUNTRY}/${slug}`;
      return slug.startsWith("~") ? null : COUNTRY;
    },
    body(id) {
      const parts = id.split("/");
      const type = parts.at(-1) ?? "";
      const level = parts.length > 2 ? "province" : "centre";
      const scope = parts.slice(0, -1).join("/");
      return { id, scope, type, level, agency: registry.agency(level, type), group: registry.group(level, type) };
    },
  };
}

/** Rows for the bodies that a text names. */
export function agencyRows(named: readonly Pick<AgencyFact, "id" | "name" | "collective">[], view: RegistryView) {
  const bodies = named.map((fact) => ({ fact, body: view.body(fact.id) }));
  return {
    agencies: bodies.map(({ fact, body }) => {
      const name = nameOf(body, view) ?? fact.name;
      return {
        id: fact.id,
        name,
        type: body.type,
        collective: fact.collective,
        membersKnown: fact.collective ? (body.group?.membersKnown ?? false) : null,
        ...standingOf(body, view),
        mayHaveCaucus: mayHaveCaucus(body, view),
        folded: foldedNames(name, body, view),
      };
    }),
    places: bodies.flatMap(({ body }) => {
      const place = view.placeOf(body.id);
      return place === null ? [] : [{ agency: body.id, place }];
    }),
    memberships: bodies.flatMap(({ body }) => membershipsOf(body, view)),
    parts: bodies.flatMap(({ body }) => partsOf(body)),
    successions: bodies.flatMap(({ body }) => successionsOf(body, view)),
  };
}

/** True for a body that is written with the bodies of its place, which are those of `places`: whatever a text can say of it stands there. */
export function isRegistered(id: string, places: ReadonlySet<string>, view: RegistryView): boolean {
  const { agency, group, scope } = view.body(id);
  return places.has(scope) && (group !== null || (agency !== null && agency.rest === null && agency.everywhere));
}

/** The registry's name of a body in its place: "Thành ủy" in a centrally run city where a province has a "Tỉnh ủy". Null where the row stands for many. */
export function nameOf({ agency, group, scope }: Body, { registry }: RegistryView): string | null {
  if (group !== null) return group.name;
  if (agency === null || agency.rest !== null) return null;
  const province = registry.province(scope.split("/")[1] ?? "");
  return (province?.kind === "thành phố" ? agency.cityName : null) ?? agency.name;
}

/** Everything by which a body is found: names, abbreviations, its province. */
export function foldedNames(name: string, { agency, group, scope }: Body, { registry }: RegistryView): string {
  const province = registry.province(scope.split("/")[1] ?? "")?.name;
  const others = [
    ...(agency?.rest === null ? [...agency.aliases, ...agency.abbreviations, ...agency.symbols] : []),
    ...(group?.wordings ?? []),
  ];
  return fold([name, ...others, province ?? ""].join(" ; "));
}

/** The groups that a body belongs to, by its kind. */
export function membershipsOf({ id, scope, level, agency }: Body, { registry }: RegistryView) {
  if (agency === null) return [];
  const own = registry.groups(level).map((group) => ({ group, scope, inEach: false }));
  const central =
    level === "province" ? registry.groups("centre").map((group) => ({ group, scope: COUNTRY, inEach: true })) : [];
  return [...own, ...central].flatMap(({ group, scope: at, inEach }) =>
    group.members
      .filter((member) => isMeant(agency, member) && inEach === ("agency" in member && member.inEachProvince))
      .map(({ onlyWhereNamed }) => ({
        member: id,
        group: `${at}/${group.id}`,
        from: agency.from,
        until: agency.until,
        onlyWhereNamed,
        basis: `${group.name}: ${group.source}`,
      })),
  );
}

/** The body that a body is part of, in the same place: as a board that acts for it, as the Party's caucus in it, or as one of its units. */
export function partsOf({ id, scope, agency }: Body) {
  const whole = agency?.partOf ?? agency?.caucusOf;
  if (agency === null || whole == null) return [];
  const kind = agency.partOf === null ? "caucus" : agency.class === "standing-board" ? "board" : "unit";
  return [{ part: id, whole: `${scope}/${whole}`, basis: agency.source, kind }];
}

/** True for a body in which the Party has a caucus in some provinces and not in others: nobody can tell whether it has one here. */
export function mayHaveCaucus({ type, level }: Body, { registry }: RegistryView): boolean {
  return registry.agencies(level).some(({ caucusOf, everywhere }) => caucusOf === type && !everywhere);
}

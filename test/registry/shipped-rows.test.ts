import { expect, test } from "vitest";
import { listAssets, readAsset } from "../../src/assets.ts";
import { namesOf } from "../../src/registry/agencies.ts";
import { slug } from "../../src/registry/fold.ts";
import { loadRegistry, makeRegistry, shippedRows } from "../../src/registry/load-registry.ts";
import { registryFiles, type Agency, type Level } from "../../src/registry/model.ts";
import { overlap } from "../../src/registry/period.ts";

const registry = loadRegistry();
const LEVELS: readonly Level[] = ["province", "centre"];
const agencies = LEVELS.flatMap((level) => registry.agencies(level));

test("the shipped rows pass every check", () => {
  expect(() => makeRegistry(shippedRows())).not.toThrow();
});

test("every file of data/registry is read, and every file that is read is there", () => {
  const files = Object.keys(registryFiles).map((file) => `data/registry/${file}.json`);
  expect(listAssets("data/registry", ".json")).toEqual(files.sort());
});

test.each(Object.keys(registryFiles))("%s has one row a line, composed letters and a source in each", (file) => {
  const text = readAsset(`data/registry/${file}.json`);
  const [open, ...lines] = text.trimEnd().split("\n");
  expect([open, lines.pop(), text.normalize("NFC") === text]).toEqual(["[", "]", true]);
  const rows = lines.map((line) => JSON.parse(line.replace(/,$/u, "")) as { source?: string });
  expect(rows.filter(({ source }) => source === undefined || source === "")).toEqual([]);
});

test("an agency's id is its full name without the place, as the contract writes it", () => {
  const idOf = ({ name }: Agency): string => {
    const star = name.endsWith(" *") ? "-*" : "";
    return (
      slug(
        name
          .replace(/Ủy ban nhân dân/giu, "ubnd")
          .replace(/Hội đồng nhân dân/giu, "hdnd")
          .replace(/ \*$| tỉnh$/u, ""),
      ) + star
    );
  };
  expect(agencies.filter((agency) => agency.id !== idOf(agency)).map(({ id }) => id)).toEqual([]);
});

test("every name of an agency leads to it, and to nobody else in its time unless it is listed as ambiguous", () => {
  const ambiguous = (shippedRows()["ambiguous-names"] as readonly { name: string }[]).map(({ name }) =>
    registry.nameWords(name).join(" "),
  );
  for (const agency of agencies.filter(({ rest }) => rest === null))
    for (const name of namesOf(agency)) {
      const found = registry.agencyNamed(name, agency.level).map((candidate) => candidate.agency);
      expect(found, name).toContain(agency);
      if (ambiguous.includes(registry.nameWords(name).join(" "))) continue;
      expect(
        found.filter((other) => other !== agency && overlap(other, agency)),
        name,
      ).toEqual([]);
    }
});

test("every wording of a group leads to it, every symbol to its body, every name to its kind", () => {
  for (const level of LEVELS)
    for (const group of registry.groups(level))
      for (const wording of [group.name, ...group.wordings])
        expect(registry.groupNamed(wording, level), wording).toBe(group);
  for (const body of registry.bodies)
    for (const symbol of body.symbols) expect(registry.bodyOfSymbol(symbol, body.level), symbol).toBe(body);
  for (const kind of registry.kinds)
    for (const name of [kind.name, ...kind.aliases, ...kind.headings])
      expect(registry.kindNamed(name), name).toBe(kind);
});

test("every agency that issues has a body, and every issuer of a central document is an agency of the centre", () => {
  for (const { issuers, level } of registry.bodies)
    for (const issuer of issuers) expect(registry.agency(level, issuer)?.id).toBe(issuer);
  for (const { issuer } of registry.centralDocuments) expect(registry.agency("centre", issuer)?.id).toBe(issuer);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { accessSettings } from "../src/access-settings.ts";
import { environment, readEnvironment, storeSettings } from "../src/config.ts";

interface Service {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
}
const { services } = parse(readFileSync("docker-compose.yml", "utf8")) as {
  readonly services: Readonly<Record<"neo4j" | "api", Service>>;
};
const dockerfile = readFileSync("Dockerfile", "utf8");

test("the composition sets only variables that the configuration knows, with values that it takes", () => {
  const given = services.api.environment;
  for (const name of Object.keys(given)) expect(Object.keys(environment.shape)).toContain(name);
  const filled = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value.replace(/\$\{[^}]*\}/gu, "a-password")]),
  );
  expect(storeSettings(readEnvironment(filled))).toEqual({
    kind: "neo4j",
    uri: "neo4j://neo4j:7687",
    user: "neo4j",
    password: "a-password",
  });
  const settings = readEnvironment(filled);
  expect(accessSettings(settings, { host: settings.HOST, open: false })).toMatchObject({ openReading: true });
});

test("no password is written down, and only this machine reaches the API", () => {
  expect(services.api.environment["NEO4J_PASSWORD"]).toMatch(/^\$\{NEO4J_PASSWORD:\?/u);
  expect(services.neo4j.environment["NEO4J_AUTH"]).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/u);
  expect(services.api.ports).toEqual(["127.0.0.1:4000:4000"]);
  expect(services.neo4j.image).toMatch(/^neo4j:5\.26/u);
});

test("the image has every folder that the program reads", () => {
  for (const folder of ["bin", "cypher", "data", "src"]) expect(dockerfile).toContain(`COPY ${folder} ${folder}\n`);
  expect(dockerfile).toContain("schema.graphql");
});

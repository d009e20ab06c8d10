import { GraphQLError, GraphQLScalarType, Kind } from "graphql/index.js";
import neo4j, { type Date as Neo4jDate } from "neo4j-driver";

/**
 * The `Date` scalar in place of the library's, which reads "2024-02-31" as a day of March, takes "2024" for a day, and gives the day before where the
 * server's clock runs west of Greenwich. Inside it is the driver's `Date`: `toString()` gives "2024-01-11".
 */
export const dateScalar = new GraphQLScalarType<Neo4jDate<number>, string>({
  name: "Date",
  description: 'A day as ISO 8601 has it: "2024-01-11"',
  parseValue: dayFrom,
  parseLiteral: (node) => dayFrom(node.kind === Kind.STRING ? node.value : undefined),
  serialize: (value) => {
    const day = neo4j.isDate(value) ? String(value) : value;
    if (typeof day !== "string" || !isDay(day))
      throw new TypeError(`the graph holds ${JSON.stringify(value)} where a day belongs`);
    return day;
  },
});

function dayFrom(value: unknown): Neo4jDate<number> {
  if (typeof value !== "string" || !isDay(value)) throw new GraphQLError('A Date is a day such as "2024-01-11".');
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  return new neo4j.types.Date(year, month, day);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

import neo4j, {
  type Date as Day,
  type DateTime,
  type Duration,
  type LocalDateTime,
  type LocalTime,
  type Time,
} from "neo4j-driver";
import type { Params, Row } from "../store.ts";
import { paramsWith, plainRow } from "../values.ts";

/** Parameters as the driver takes them: a JSON integer is an integer in the graph, which the driver would send as a float. */
export function toServer(params: Params): Record<string, unknown> {
  return paramsWith(params, (number) => (Number.isSafeInteger(number) ? neo4j.int(number) : number));
}

/** A row of the server as JSON values, days and points in time as ISO strings. */
export function fromServer(row: Readonly<Record<string, unknown>>): Row {
  return plainRow(row, (value) => {
    if (neo4j.isInt(value)) return value.toBigInt();
    return isTemporal(value) ? value.toString() : value;
  });
}

type Temporal = Day | DateTime | LocalDateTime | Time | LocalTime | Duration;

const TEMPORAL = [
  neo4j.isDate,
  neo4j.isDateTime,
  neo4j.isLocalDateTime,
  neo4j.isTime,
  neo4j.isLocalTime,
  neo4j.isDuration,
];

function isTemporal(value: object): value is Temporal {
  return TEMPORAL.some((isOne) => isOne(value));
}

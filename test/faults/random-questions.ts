import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql/index.js";
import type { Dice } from "./dice.ts";
import { DAYS, INJECTIONS, NO_DAYS, NO_NUMBERS, NUMBERS, ODDITIES } from "./hostile.ts";

/** A value twice: as JSON for a variable, and as it stands in a question. */
export interface Given {
  readonly json: unknown;
  readonly literal: string;
}

export interface RandomQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DEEPEST_FILTER = 3;
const DEEPEST_SELECTION = 3;
/** So often a value has another type than it should. */
const WRONG = 0.01;

/** Questions that a schema allows, with values that are known, hostile or odd. `known`: ids that the store has. */
export class RandomQuestions {
  readonly #dice: Dice;
  readonly #schema: GraphQLSchema;
  readonly #known: readonly string[];
  #deepest = DEEPEST_FILTER;

  constructor(schema: GraphQLSchema, dice: Dice, known: readonly string[]) {
    this.#schema = schema;
    this.#dice = dice;
    this.#known = known;
  }

  question(): RandomQuestion {
    return this.#operation("query", this.#schema.getQueryType());
  }

  /** A change that a reviewer asks for; nothing that it names but the document is there. */
  change(): RandomQuestion {
    return this.#operation("mutation", this.#schema.getMutationType());
  }

  /** A question of a kind that nobody answers, whole or not. */
  subscription(): RandomQuestion {
    const name = this.#dice.one(["", "S"]);
    const fields = this.#dice.one(["x", "__typename", "documentCreated { event }", "...on Query { corpus { held } }"]);
    const other = this.#dice.chance(0.8) ? "" : "query q { corpus { held } } ";
    return { query: `${other}subscription ${name} { ${fields} }`, variables: {} };
  }

  text(): string {
    const from = this.#dice.one([this.#known, INJECTIONS, ODDITIES]);
    return this.#dice.one(from.length === 0 ? INJECTIONS : from);
  }

  #operation(kind: "query" | "mutation", root: GraphQLObjectType | null | undefined): RandomQuestion {
    if (!root) throw new Error(`the schema has no ${kind}`);
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const body = this.#field(root, 0, kind === "mutation", (argument) => {
      const given = this.#argument(argument, kind === "mutation");
      if (this.#dice.chance(0.5)) return given.literal;
      const name = `v${declared.length}`;
      variables[name] = given.json;
      declared.push(`$${name}: ${String(argument.type)}`);
      return `$${name}`;
    });
    return { query: `${kind}${declared.length > 0 ? `(${declared.join(", ")})` : ""} { ${body} }`, variables };
  }

  /** Amounts and cursors are mostly such as are answered: most questions have one, and few would be. */
  #argument({ name, type }: GraphQLArgument, isChange: boolean): Given {
    if (isChange && name !== "document") return this.#hostile(type);
    const isSound = this.#dice.chance(0.85);
    if (isSound && ["limit", "first", "offset", "depth"].includes(name)) return plain(1 + this.#dice.below(20));
    if (name === "after") return plain(this.#dice.chance(0.5) ? null : this.#dice.one(CURSORS));
    this.#deepest = this.#dice.chance(0.1) ? 9 : DEEPEST_FILTER;
    return this.value(type, 0);
  }

  /** One field of a type with arguments and a selection of its own. */
  #field(type: GraphQLObjectType, depth: number, all: boolean, write: (argument: GraphQLArgument) => string): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST_SELECTION || !isCompositeType(getNamedType(field.type)),
    );
    if (fields.length === 0) return "__typename";
    const field = this.#dice.one(fields);
    const args = field.args
      .filter((argument) => all || isNonNullType(argument.type) || this.#dice.chance(0.4))
      .map((argument) => `${argument.name}: ${write(argument)}`);
    const directive = this.#dice.chance(0.03)
      ? ` @${this.#dice.one(["skip", "include"])}(if: ${this.#dice.chance(0.5)})`
      : "";
    return `${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${directive}${this.#selection(field.type, depth + 1, write)}`;
  }

  #selection(type: unknown, depth: number, write: (argument: GraphQLArgument) => string): string {
    const named = getNamedType(type as GraphQLObjectType);
    if (isUnionType(named))
      return ` { __typename ${named
        .getTypes()
        .map((each) => `... on ${each.name} { a${depth}: ${this.#field(each, DEEPEST_SELECTION, false, write)} }`)
        .slice(0, 1)
        .join(" ")} }`;
    if (!isObjectType(named)) return "";
    return this.#dice.chance(0.1) ? " { __typename }" : ` { ${this.#field(named, depth, false, write)} }`;
  }

  /** A value of a type, or now and then of another. */
  value(type: GraphQLInputType, depth: number): Given {
    if (this.#dice.chance(WRONG)) return this.#dice.one(WRONG_VALUES);
    if (!isNonNullType(type) && this.#dice.chance(depth === 0 ? 0.05 : 0.01)) return plain(null);
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const entries = Array.from({ length: this.#dice.below(3) }, () => this.value(bare.ofType, depth + 1));
      return {
        json: entries.map(({ json }) => json),
        literal: `[${entries.map(({ literal }) => literal).join(", ")}]`,
      };
    }
    if (isEnumType(bare)) {
      const { name } = this.#dice.one(bare.getValues());
      return { json: name, literal: name };
    }
    if (isInputObjectType(bare)) return this.#object(Object.values(bare.getFields()), depth);
    return this.#scalar(String(bare));
  }

  /** Some fields of an input object, those that must be there among them; at the bottom only fields that are no objects themselves. */
  #object(
    fields: readonly GraphQLArgument[] | readonly { name: string; type: GraphQLInputType }[],
    depth: number,
  ): Given {
    const possible = fields.filter(
      ({ type }) => depth < this.#deepest || !isInputObjectType(getNamedType(type)) || isNonNullType(type),
    );
    const inner = possible.filter(({ type }) => !isNonNullType(type) && isInputObjectType(getNamedType(type)));
    // A deep filter goes on through relations as far as it may.
    const goesOn = this.#deepest > DEEPEST_FILTER && depth < this.#deepest && inner.length > 0;
    const optional = goesOn ? inner : possible.filter(({ type }) => !isNonNullType(type));
    const chosen = new Set(possible.filter(({ type }) => isNonNullType(type)));
    const count = this.#dice.chance(0.02) ? 0 : 1 + this.#dice.below(2);
    for (let time = 0; time < count && optional.length > 0; time += 1) chosen.add(this.#dice.one(optional));
    const entries = [...chosen].map(({ name, type }) => [name, this.value(type, depth + 1)] as const);
    return {
      json: Object.fromEntries(entries.map(([name, { json }]) => [name, json])),
      literal: `{ ${entries.map(([name, { literal }]) => `${name}: ${literal}`).join(", ")} }`,
    };
  }

  #scalar(name: string): Given {
    const dice = this.#dice;
    switch (name) {
      case "Int":
        return plain(dice.one(dice.chance(0.9) ? NUMBERS : NO_NUMBERS));
      case "Float":
        return plain(dice.one([...NUMBERS, ...NO_NUMBERS, 1e308]));
      case "Boolean":
        return plain(dice.chance(0.5));
      case "Date":
        return plain(dice.one(dice.chance(0.8) ? DAYS : NO_DAYS));
      case "JSON":
        return this.#json(0);
      default:
        return plain(this.text());
    }
  }

  #json(depth: number): Given {
    const names = ["start", "end", "section", "agency", "leads", "title", "id", "deadline", "mentions", "constructor"];
    const entries = Array.from({ length: 1 + this.#dice.below(3) }, () => {
      const given = depth < 3 && this.#dice.chance(0.3) ? this.#json(depth + 1) : this.#dice.one(WRONG_VALUES);
      return [this.#dice.one(names), this.#dice.chance(0.5) ? plain(this.text()) : given] as const;
    });
    const distinct = [...new Map(entries)];
    return {
      json: Object.fromEntries(distinct.map(([name, { json }]) => [name, json])),
      literal: `{ ${distinct.map(([name, { literal }]) => `${name}: ${literal}`).join(", ")} }`,
    };
  }

  /** For what would change something: an attacker's words, and nothing that is there. */
  #hostile(type: GraphQLInputType): Given {
    const bare = String(getNamedType(type));
    return bare === "ID" || bare === "String"
      ? plain(this.#dice.one(this.#dice.chance(0.5) ? INJECTIONS : ODDITIES))
      : this.value(type, 0);
  }
}

const CURSORS: readonly unknown[] = [
  ...[
    "0",
    "1",
    "999999999",
    "1000000000",
    "2147483647",
    "2147483648",
    "9007199254740991",
    "99999999999999999999",
    "-1",
    "1.5",
    "1e9",
    "",
    "x",
  ].flatMap((place) =>
    [`arrayconnection:${place}`, `after:${place}`].map((words) => Buffer.from(words).toString("base64")),
  ),
  ...ODDITIES,
];
const plain = (value: unknown): Given => ({ json: value, literal: JSON.stringify(value) });
const WRONG_VALUES: readonly Given[] = [
  plain(null),
  plain(0),
  plain(-1.5),
  plain(true),
  plain(""),
  plain("x"),
  { json: [], literal: "[]" },
  { json: {}, literal: "{}" },
  { json: [[[null]]], literal: "[[[null]]]" },
  { json: { a: { b: 1 } }, literal: "{ a: { b: 1 } }" },
  { json: "NOWHERE", literal: "NOWHERE" },
];

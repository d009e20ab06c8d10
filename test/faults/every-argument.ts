import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from "graphql/index.js";

/** One place of an API where a caller writes a value that is no object: an argument, or a field inside of one. */
export interface Leaf {
  /** `Query.documents(where.title.contains)`. */
  readonly name: string;
  /** The names from the argument down to the value. */
  readonly path: readonly string[];
  readonly type: string;
  /** A question that takes the argument from its variable `$given`. */
  readonly query: string;
  /** The argument with a value in this place. */
  readonly given: (value: unknown) => unknown;
}

/** What is there, by the argument that names it: `{ document: "vn/…" }`. */
export type Known = Readonly<Record<string, string>>;

/** What is written where something must be given besides, by its type. */
const FILLERS: Readonly<Record<string, string>> = {
  Int: "1",
  Date: '"2024-01-01"',
  FactPart: "tasks",
  JSON: "{ start: 1 }",
};

/**
 * Every place of a schema where a caller writes a value: each argument of each question, and of the fields below those that give nodes; inside of filters,
 * sorts and other objects each field of each type once, by the shortest way that leads there.
 */
export function everyLeaf(schema: GraphQLSchema, known: Known): readonly Leaf[] {
  const seen = new Set<string>();
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  return roots.flatMap((root) =>
    Object.values(root.getFields()).flatMap((field) => [
      ...field.args.flatMap((argument) => leavesOf(root, field, argument, { seen, known })),
      ...below(root, field, { seen, known }),
    ]),
  );
}

interface Walk {
  /** Input objects that were entered before. */
  readonly seen: Set<string>;
  readonly known: Known;
}

/** The arguments of the fields of a list of nodes: `{ documents { tasks(…) } }`. */
function below(root: GraphQLObjectType, field: GraphQLField<unknown, unknown>, walk: Walk): readonly Leaf[] {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || field.args.some(({ type: each }) => isNonNullType(each))) return [];
  return Object.values(type.getFields()).flatMap((inner) =>
    inner.args.flatMap((argument) => leavesOf(root, inner, argument, walk, field.name)),
  );
}

function leavesOf(
  root: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  { seen, known }: Walk,
  above?: string,
): readonly Leaf[] {
  const others = field.args.flatMap((each) =>
    each !== argument && isNonNullType(each.type) && each.defaultValue === undefined
      ? [`, ${each.name}: ${filler(each, known)}`]
      : [],
  );
  const asked = `${field.name}(${argument.name}: $given${others.join("")}) ${shown(field)}`;
  const kind = root.name === "Mutation" ? "mutation" : "query";
  const query = `${kind}($given: ${String(argument.type)}) { ${above === undefined ? asked : `${above} { ${asked} }`} }`;
  const place = `${root.name}.${above === undefined ? "" : `${above}.`}${field.name}`;
  return inside(argument.type, seen).map(({ path, type, given }) => ({
    name: `${place}(${[argument.name, ...path].join(".")})`,
    path: [argument.name, ...path],
    type,
    query,
    given,
  }));
}

function filler({ name, type }: GraphQLArgument, known: Known): string {
  return known[name] === undefined ? (FILLERS[getNamedType(type).name] ?? '"x"') : JSON.stringify(known[name]);
}

/** What makes the field run: of a connection the count, for `__typename` alone asks the store nothing. */
function shown({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "getFields" in named || "getTypes" in named ? "{ __typename }" : "";
  return "totalCount" in named.getFields() ? "{ totalCount }" : "{ __typename }";
}

type Inside = Pick<Leaf, "path" | "type" | "given">;

/** The leaves of a type, nearest first; input objects that were entered before are left out. */
function inside(root: GraphQLInputType, seen: Set<string>): readonly Inside[] {
  const found: Inside[] = [];
  let waiting: {
    readonly type: GraphQLInputType;
    readonly path: readonly string[];
    readonly given: (value: unknown) => unknown;
  }[] = [{ type: root, path: [], given: (value) => value }];
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const { type, path, given } of waiting) {
      const bare = getNullableType(type);
      const listed = isListType(bare);
      const wrapped = (value: unknown): unknown => given(listed ? [value] : value);
      const named = getNamedType(bare);
      if (!isInputObjectType(named)) found.push({ path, type: named.name, given: wrapped });
      else if (!seen.has(named.name)) {
        const fields = Object.values(named.getFields());
        // What has scalars only, the operators of a filter, is each field's own.
        if (!fields.every((field) => isScalarType(getNamedType(field.type)))) seen.add(named.name);
        for (const field of fields)
          next.push({
            type: field.type,
            path: [...path, field.name],
            given: (value) => wrapped({ [field.name]: value }),
          });
      }
    }
    waiting = next;
  }
  return found;
}

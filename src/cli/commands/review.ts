import type { Command } from "commander";
import { SHIPPED_FACTS } from "../../assets.ts";
import type { ReviewedFacts } from "../../facts/read-facts.ts";
import type { Decision, Review } from "../../facts/review.ts";
import { sourceOf } from "../../facts/source-of.ts";
import { reviewPath, writeWhole } from "../../facts/write-facts.ts";
import { heldDocuments } from "../../graph/counts.ts";
import { reviewOf } from "../../graph/load/keep-and-record.ts";
import { makeLoader } from "../../graph/load/load.ts";
import { refreshStatements } from "../../graph/load/statements.ts";
import { read } from "../../graph/statement.ts";
import type { Store } from "../../graph/store.ts";
import { suggestions, type Suggestion } from "../../questions/suggestions.ts";
import { decided, factNamed, refuseNoLetters, ReviewError, undone, type Made } from "../../review/decide.ts";
import { keepDecisions } from "../../review/keep-decisions.ts";
import { factsFileOf } from "../../review/facts-place.ts";
import { commandAuthor } from "../author.ts";
import { answer, common, type Answer } from "../command.ts";
import { withGraph, type CommonOptions } from "../context.ts";
import { CommandError, EXIT } from "../failure.ts";
import { dayOption } from "../options.ts";
import { pickDocument } from "../pick.ts";
import { FACTS_FOLDER } from "./ingest.ts";

interface Options extends CommonOptions {
  readonly facts: string;
  readonly accept?: string;
  readonly reject?: string;
  readonly edit?: string;
  readonly set?: string;
  readonly add?: string;
  readonly merge?: readonly [string, string];
  readonly province?: string;
  readonly describe?: boolean;
  readonly identify?: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: string;
  readonly undo?: string;
  readonly reason?: string;
  readonly by: string;
}

export function addReview(program: Command): void {
  common(program.command("review"))
    .description("what is doubtful; accepts, rejects, edits, adds, merges, names; takes back")
    .argument("[document]", "a name or an id; without it, what is doubtful in every held document")
    .option("--facts <folder>", "where facts files and their reviews are", FACTS_FOLDER)
    .option("--accept <fact>", "the fact is right: tasks@3299, citations:vn/tw/kl/2024/69")
    .option("--reject <fact>", "the text does not say that")
    .option("--edit <fact>", "the fact is right but for --set")
    .option("--set <json>", "the fields to set, or with --add the whole fact")
    .option("--add <part>", "the text says --set too, a fact of that part (tasks, citations …)")
    .option("--merge <ids...>", "two ids of the text are one: FROM INTO")
    .option("--province <province>", "the text, which names none, is of that province (its id)")
    .option("--identify <id>", "the text, which prints no number, is that document (with --number, --symbol, --date)")
    .option("--number <number>", "its number")
    .option("--symbol <symbol>", "its symbol, such as KH/TU")
    .option("--date <day>", "its day", dayOption)
    .option("--describe", "the document's --set title, issuedOn, period, number, symbol, kind or issuer is this")
    .option("--undo <decision>", "takes a decision back, such as r3")
    .option("--reason <words>", "why: a decision needs it")
    .option("--by <name>", "who decides", process.env["USER"] ?? "a reader")
    .action((document: string | undefined, options: Options) =>
      answer(options, () => withGraph(options, (store) => run(store, document, options))),
    );
}

async function run(store: Store, name: string | undefined, options: Options): Promise<Answer> {
  if (name === undefined) return doubts(store, null);
  const document = await pickDocument(store, name);
  const asked = asDecision(options);
  if (asked === null && options.undo === undefined) return doubts(store, document);

  const held = await heldOf(store, document);
  const inFile = await factsFileOf(held, [options.facts, SHIPPED_FACTS]);
  if (inFile === null)
    throw new CommandError(
      "NO_FACTS_FILE",
      EXIT.noAccess,
      `the facts file of ${held.name} is not in ${options.facts}: say where with --facts`,
    );
  const reviewed = { ...inFile, review: keepDecisions(inFile.review, held.review) };
  const [text] = await read(store, refreshStatements.heldText, { sha256: sourceOf(reviewed) });
  const { review, told } = changed(reviewed, asked, options, text?.text ?? null);
  await writeWhole(reviewPath(reviewed.file), `${JSON.stringify(review, null, 1)}\n`);
  const loaded = await (
    await makeLoader(store)
  ).load(
    { ...reviewed, review },
    {
      ...commandAuthor(),
      what: asked === null ? "TAKEN_BACK" : "DECIDED",
      detail: `${told}: ${options.reason ?? "no reason given"}`,
    },
  );
  return {
    text: `${told}: ${reviewPath(reviewed.file)}\n${loaded.name} (${loaded.id}) is loaded anew\n`,
    json: { review: reviewPath(reviewed.file), ...loaded },
  };
}

/** The decision that the options ask for: a function of the facts, for facts are named by their place in them. Null where they ask for none. */
function asDecision(
  options: Options,
): ((reviewed: ReviewedFacts, text: string | null) => Readonly<Record<string, unknown>>) | null {
  const { accept, reject, edit, set, add, merge, province, identify, number, symbol, date } = options;
  if (accept !== undefined) return ({ facts }, text) => ({ action: "accept", ...factNamed(facts, accept, text) });
  if (reject !== undefined) return ({ facts }, text) => ({ action: "reject", ...factNamed(facts, reject, text) });
  if (edit !== undefined)
    return ({ facts }, text) => ({ action: "edit", ...factNamed(facts, edit, text), set: parsed(set) });
  if (add !== undefined) return () => ({ action: "add", part: add, value: parsed(set) });
  if (merge !== undefined) return () => ({ action: "merge", from: merge[0], into: merge[1] });
  if (province !== undefined) return () => ({ action: "place", province });
  if (options.describe === true) return () => ({ action: "describe", set: parsed(set) });
  if (identify !== undefined)
    return () => ({
      action: "identify",
      document: { id: identify, number: number ?? null, symbol: symbol ?? null, issuedOn: date ?? null },
    });
  return null;
}

function changed(
  reviewed: ReviewedFacts,
  asked: ReturnType<typeof asDecision>,
  options: Options,
  text: string | null,
): { readonly review: Review; readonly told: string } {
  const on = new Date().toISOString().slice(0, 10);
  try {
    refuseNoLetters({ reason: options.reason, by: options.by });
    if (asked === null)
      return {
        review: undone(reviewed.review, options.undo ?? "", { by: options.by, on }),
        told: `${options.undo ?? ""} is taken back`,
      };
    if (options.reason === undefined) throw new ReviewError("say why with --reason");
    const made: Made = { by: options.by, on, reason: options.reason };
    const { review, id } = decided(reviewed.facts, reviewed.review, asked(reviewed, text), made, text);
    return { review, told: `${id} is decided` };
  } catch (error) {
    if (error instanceof ReviewError) throw new CommandError(error.code, EXIT.wrongUse, error.message);
    throw error;
  }
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) throw new ReviewError("say with --set what is set, as JSON");
  try {
    return JSON.parse(json);
  } catch {
    throw new ReviewError(`--set ${json.slice(0, 80)} is no JSON`);
  }
}

async function heldOf(
  store: Store,
  document: string,
): Promise<{ readonly name: string; readonly sha256: string; readonly review: Review }> {
  const [held] = await read(store, refreshStatements.heldDocument, { ids: [document] });
  if (held === undefined)
    throw new CommandError(
      "NOT_HELD",
      EXIT.badAnswer,
      `${document} is not held: only documents that were read can be reviewed`,
    );
  return { ...held, review: reviewOf(held.review) };
}

async function doubts(store: Store, document: string | null): Promise<Answer> {
  const held = (await heldDocuments(store)).filter(({ id }) => document === null || id === document);
  if (document !== null && held.length === 0) await heldOf(store, document);
  const suggested = (await suggestions(store)).filter((each) => document === null || each.held === document);
  const decisions = document === null ? [] : (await heldOf(store, document)).review.decisions;
  const lines = held.flatMap(({ id, name, diagnostics }) => [
    `${name}  (${id})`,
    ...diagnostics.map((each) => `  ${each}`),
    ...suggested.filter((each) => each.held === id).flatMap(suggestionLines),
    "",
  ]);
  const text = [...lines, ...decisions.map(decisionLine)].join("\n");
  return {
    text: text === "" ? "Nothing is held yet.\n" : `${text.trimEnd()}\n`,
    json: { documents: held, suggestions: suggested, decisions },
  };
}

function suggestionLines({ cited, citedName, reasons, command }: Suggestion): readonly string[] {
  return [`  SUGGESTED: it may be ${citedName} (${cited}): ${reasons.join("; ")}`, `    to accept: ${command}`];
}

function decisionLine({ undone: back, ...made }: Decision): string {
  const { id, action, reason } = made;
  return `${id} ${action}: ${reason} (${whose(made)})${back === undefined ? "" : ` — taken back (${whose(back)})`}`;
}

function whose({ by, on, broughtBy }: Pick<Decision, "by" | "on" | "broughtBy">): string {
  return `${by}, ${on}${broughtBy === undefined ? "" : `, by the word of ${broughtBy}`}`;
}

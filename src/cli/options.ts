import { InvalidArgumentError } from "commander";

/** Reads a whole number given on the command line. */
export function integer(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  throw new InvalidArgumentError("it must be a whole number.");
}

/** Reads a day given on the command line. */
export function dayOption(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("it must be a day, written YYYY-MM-DD.");
}

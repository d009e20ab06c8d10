import { DAY_RULES } from "./day-rules.ts";
import { PERIOD_RULES } from "./period-rules.ts";
import { RECURRENCE_RULES } from "./recurrence-rules.ts";
import type { Rule } from "./time-words.ts";

/** In the order in which they are tried: the first that fits a place takes it. */
export const RULES: readonly Rule[] = [...DAY_RULES, ...PERIOD_RULES, ...RECURRENCE_RULES];

import { pino, type DestinationStream, type LevelWithSilent, type Logger } from "pino";

const HIDDEN = "[hidden]";
/** Where a header or a setting may come along with what is logged. */
const SECRET_FIELDS = ["authorization", "cookie", "password", "token"];
// Matches `Bearer eyJhbGciOi…` wherever it stands; must not match "bearer of".
const BEARER = /\b(bearer\s+)[\w~+/.-]{8,}=*/giu;
/** Shorter ones are words of every day: to take them out of the log would tell what they are. */
const SHORTEST_SECRET = 6;

/** The log of a server: one JSON value a line, on standard error. No secret gets into it, whichever error brings it along: `secrets` are words to be hidden. */
export function makeLog(
  level: LevelWithSilent,
  secrets: readonly string[],
  destination: DestinationStream = pino.destination(2),
): Logger {
  const words = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  const hidden = (line: string): string =>
    words.reduce((rest, word) => rest.replaceAll(word, HIDDEN), line).replace(BEARER, `$1${HIDDEN}`);
  return pino(
    {
      level,
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: HIDDEN },
    },
    { write: (line) => destination.write(hidden(line)) },
  );
}

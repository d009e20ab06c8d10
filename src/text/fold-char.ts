const TABLE_SIZE = 0x2200;
const TABLE = new Uint16Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  const folded = String.fromCharCode(code).normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/gu, "d").toLowerCase();
  TABLE[code] = folded.length === 1 ? folded.charCodeAt(0) : code;
}
// Dashes and quotes of every kind are one.
for (const dash of "‐‑‒–—―−") TABLE[dash.charCodeAt(0)] = 45;
for (const quote of "“”„‟«»") TABLE[quote.charCodeAt(0)] = 34;
for (const quote of "‘’‚`´") TABLE[quote.charCodeAt(0)] = 39;
for (const space of "\u00a0\u2002\u2003\u2009\u202f\t") TABLE[space.charCodeAt(0)] = 32;

const CHUNK = 8192;

/** The text in lower case without marks, one code unit for each of its own, so that places in one are places in the other. */
export function foldUnits(text: string): string {
  const units = new Uint16Array(text.length);
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    units[place] = code < TABLE_SIZE ? (TABLE[code] ?? code) : code;
  }
  let folded = "";
  for (let place = 0; place < units.length; place += CHUNK)
    folded += String.fromCharCode(...units.subarray(place, place + CHUNK));
  return folded;
}

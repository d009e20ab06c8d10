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

const LATIN = 0x100;

/** The text in lower case without marks, one code unit for each of its own, so that places in one are places in the other. */
export function foldUnits(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    const folded = code < TABLE_SIZE ? (TABLE[code] ?? code) : code;
    if (folded >= LATIN) return foldWide(text);
    bytes[place] = folded;
  }
  return bytes.toString("latin1");
}

/** The same for a text that keeps a sign which one byte does not hold. */
function foldWide(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length * 2);
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    const folded = code < TABLE_SIZE ? (TABLE[code] ?? code) : code;
    bytes[2 * place] = folded & 0xff;
    bytes[2 * place + 1] = folded >> 8;
  }
  return bytes.toString("utf16le");
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/text/compose.ts";

test("a text in NFC stands for itself", () => {
  expect(compose("Sở Y tế")).toEqual({ text: "Sở Y tế", starts: null, ends: null });
});

test("decomposed letters are composed and know their place", () => {
  const source = "Sở Y tế".normalize("NFD");
  const { text, starts, ends } = compose(source);
  expect(text).toBe("Sở Y tế");
  expect(source.slice(starts?.[1], ends?.[1]).normalize("NFC")).toBe("ở");
  expect(source.slice(starts?.[5], ends?.[6]).normalize("NFC")).toBe("tế");
});

test("a mark that no letter takes belongs to the letter before it", () => {
  const source = "K\u0307L";
  const { text, starts, ends } = compose(source);
  expect(text).toBe("KL");
  expect(source.slice(starts?.[0], ends?.[0])).toBe("K\u0307");
});

test("every unit stands for a piece of the source, in order, whatever the source", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (source) => {
      const { text, starts, ends } = compose(source);
      if (starts === null || ends === null) {
        expect(text).toBe(source);
        return;
      }
      expect(starts.length).toBe(text.length);
      for (let unit = 0; unit < text.length; unit++) {
        expect(ends[unit]).toBeGreaterThan(starts[unit] ?? 0);
        expect(ends[unit]).toBeLessThanOrEqual(source.length);
        if (unit > 0) expect(starts[unit]).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
      }
    }),
  );
});

import type { XmlEvents } from "./xml.ts";

export interface RunLook {
  font?: string;
  vanish?: boolean;
  caps?: boolean;
}

export interface NumberReference {
  numId?: string;
  level?: number;
}

interface Style extends RunLook, NumberReference {
  basedOn?: string;
  centred?: boolean;
  bordered?: boolean;
}

/** Whether an on-off property is on: present without a value, or with any but a denying one. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off", "none"].includes(value);
}

/** What styles.xml says that changes which letters a reader sees: fonts, capitals, hidden words, numbers, borders. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #defaultParagraph: string | undefined;
  readonly #defaults: Style = {};

  /** The first value that the style or one it is based on gives. */
  look<Key extends keyof Style>(styleId: string | undefined, key: Key): Style[Key] | undefined {
    let id = styleId ?? this.#defaultParagraph;
    for (let hops = 0; hops < 20 && id !== undefined; hops += 1) {
      const style = this.#styles.get(id);
      if (style?.[key] !== undefined) return style[key];
      id = style?.basedOn;
    }
    return undefined;
  }

  get defaultFont(): string | undefined {
    return this.#defaults.font;
  }

  /** What fills the styles from their part. */
  reader(): XmlEvents {
    let style: Style | null = null;
    let changes = 0;
    let borders = false;
    return {
      open: (name, attributes) => {
        if (name.endsWith("Change")) changes += 1;
        if (changes > 0) return;
        const value = attributes["val"];
        switch (name) {
          case "docDefaults":
            style = this.#defaults;
            return;
          case "style": {
            style = {};
            const id = attributes["styleId"];
            if (id === undefined) return;
            this.#styles.set(id, style);
            if (
              attributes["type"] === "paragraph" &&
              attributes["default"] !== undefined &&
              isOn(attributes["default"])
            )
              this.#defaultParagraph = id;
            return;
          }
          case "tblBorders":
            borders = true;
            return;
        }
        if (style === null) return;
        if (borders && isOn(value) && value !== "nil") style.bordered = true;
        if (name === "basedOn" && value !== undefined) style.basedOn = value;
        else if (name === "rFonts") setFont(style, attributes["ascii"] ?? attributes["hAnsi"]);
        else if (name === "vanish") style.vanish = isOn(value);
        else if (name === "caps") style.caps = isOn(value);
        else if (name === "jc") style.centred = value === "center";
        else if (name === "numId" && value !== undefined) style.numId = value;
        else if (name === "ilvl" && value !== undefined) style.level = Number(value);
      },
      close: (name) => {
        if (name.endsWith("Change")) changes -= 1;
        else if (name === "style" || name === "docDefaults") style = null;
        else if (name === "tblBorders") borders = false;
      },
    };
  }
}

export function setFont(look: RunLook, font: string | undefined): void {
  if (font !== undefined) look.font = font;
}

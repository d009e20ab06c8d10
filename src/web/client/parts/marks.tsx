import type { JSX } from "preact";
import type { Basis, Role, Via } from "../ask/shapes.ts";
import { oneLine } from "../words/format.ts";
import { useWords } from "../words/say.ts";

/** Held or only cited: told apart by the mark's form and by words, not by colour alone. */
export function HeldMark({ held, brief = false }: { readonly held: boolean; readonly brief?: boolean }): JSX.Element {
  const { say } = useWords();
  const words = say(held ? "held" : "notHeld");
  return (
    <span class={`held-mark ${held ? "is-held" : "is-cited"}`} title={say(held ? "heldHint" : "notHeldHint")}>
      <span aria-hidden="true">{held ? "●" : "○"}</span>
      {brief ? <span class="visually-hidden">{words}</span> : ` ${words}`}
    </span>
  );
}

export function RoleMark({
  role,
  basis = null,
  inherited = false,
  scope = "ALL",
}: {
  readonly role: Role;
  readonly basis?: Basis;
  readonly inherited?: boolean;
  readonly scope?: string | null;
}): JSX.Element {
  const { say } = useWords();
  const more = [
    basis === null ? null : say(basis),
    inherited ? say("inherited") : null,
    scope === "RELEVANT" ? say("RELEVANT") : null,
  ].filter((each) => each !== null);
  return (
    <span class={`role role-${role} ${basis === "ASSIGNED" ? "is-assigned" : ""}`} title={more.join("; ")}>
      {say(role)}
      {inherited ? <sup>*</sup> : null}
      {scope === "RELEVANT" ? <span> ~</span> : null}
    </span>
  );
}

export function ViaMark({ via, through }: { readonly via: Via; readonly through: string | null }): JSX.Element {
  const { say } = useWords();
  return (
    <span class={`via via-${via}`}>
      <span aria-hidden="true">{via === "NAMED" ? "■" : via === "GROUP" ? "◫" : "↳"}</span>{" "}
      {say(via, { who: through ?? "" })}
    </span>
  );
}

/** Words of ours: always labelled, never in quotation marks. */
export function Summary({ text }: { readonly text: string | null }): JSX.Element {
  const { say } = useWords();
  if (text === null) return <span class="no-summary">{say("noSummary")}</span>;
  return (
    <span class="summary">
      <abbr class="summary-label" title={say("summaryHint")}>
        {say("summary")}
      </abbr>{" "}
      {text}
    </span>
  );
}

/** Words of the document: always in quotation marks, in a box of their own. */
export function Quotation({ text }: { readonly text: string }): JSX.Element {
  return (
    <q class="quotation" lang="vi">
      {oneLine(text)}
    </q>
  );
}

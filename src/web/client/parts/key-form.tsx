import type { JSX } from "preact";
import { takeKey } from "../core/key.ts";
import { useWords } from "../words/say.ts";

/** Asks for the key that the server wants. `isRefused`: it did not take the one that it was given. */
export function KeyForm({ isRefused }: { readonly isRefused: boolean }): JSX.Element {
  const { say } = useWords();
  return (
    <form
      class="notice key-form"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get("key");
        if (typeof given === "string" && given.trim() !== "") takeKey(given.trim());
      }}
    >
      <h1>{say("keyWanted")}</h1>
      {isRefused ? <p role="alert">{say("keyRefused")}</p> : null}
      <p id="key-note">{say("keyNote")}</p>
      <label for="key">{say("key")}</label>
      <div class="key-row">
        <input
          id="key"
          name="key"
          type="password"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="key-note"
          aria-invalid={isRefused}
          autofocus
        />
        <button type="submit">{say("keyUse")}</button>
      </div>
    </form>
  );
}

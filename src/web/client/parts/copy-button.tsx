import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { copy } from "../exports/save.ts";
import { useWords } from "../words/say.ts";

export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string }): JSX.Element {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  const run = async (): Promise<void> => {
    setCopied(await copy(text()));
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button type="button" onClick={() => void run()}>
      {copied ? `✓ ${say("copied")}` : label}
      <span class="visually-hidden" role="status">
        {copied ? say("copied") : ""}
      </span>
    </button>
  );
}

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changed } from "../core/url.ts";
import { useWords } from "../words/say.ts";

/** The evidence beside the page; its own address entry opens and closes it, and so does Escape. */
export function Panel({
  name,
  subject,
  children,
}: {
  readonly name: string;
  readonly subject: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { say } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
    };
  }, [subject]);
  return (
    <aside class="panel" aria-label={name} tabIndex={-1} ref={box}>
      <header>
        <h2>{name}</h2>
        <a
          class="close"
          href={changed({ task: null, link: null })}
          aria-label={say("close")}
          title={`${say("close")} (Esc)`}
        >
          ✕
        </a>
      </header>
      {children}
    </aside>
  );
}

import type { JSX } from "preact";
import { useWords } from "../words/say.ts";

export function HelpPage(): JSX.Element {
  const { say } = useWords();
  const keys = [
    ["/", say("keySearch")],
    ["L", say("keyLanguage")],
    ["T", say("keyTheme")],
    ["J K", say("keyRows")],
    ["Esc", say("keyClose")],
    ["G H · G D · G A · G G · G C", say("keyPages")],
    ["← → ↑ ↓", say("keyMatrix")],
    ["?", say("keyHelp")],
  ] as const;
  return (
    <>
      <h1>{say("help")}</h1>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(" · ").map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h2>{say("helpRead")}</h2>
      <ul class="plain">
        <li>
          <strong>● {say("held")}</strong>: {say("helpHeld")}
        </li>
        <li>
          <strong>○ {say("notHeld")}</strong>: {say("helpCited")}
        </li>
        <li>
          <strong>{say("direct")}</strong>: {say("helpDirect")}
        </li>
        <li>
          <strong>{say("indirect")}</strong>: {say("helpIndirect")}
        </li>
        <li>{say("helpQuote")}</li>
      </ul>
    </>
  );
}

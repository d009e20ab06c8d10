import type { JSX } from "preact";
import { useKeyState, takeKey } from "../core/key.ts";
import { setLanguage, setTheme, useSettings } from "../core/settings.ts";
import { address, go, type Place } from "../core/url.ts";
import { useWords } from "../words/say.ts";

export function Header({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const { language, theme } = useSettings();
  const { isKept } = useKeyState();
  const at = `/${place.path.split("/")[1] ?? ""}`;
  const pages = [
    ["/documents", say("documents")],
    ["/agencies", say("agencies")],
    ["/gaps", say("gaps")],
    ["/calendar", say("calendar")],
  ] as const;
  return (
    <header class="top">
      <a class="brand" href="/">
        <span aria-hidden="true" class="brand-mark">
          M
        </span>{" "}
        Mandate
      </a>
      <nav aria-label={say("menu")}>
        {pages.map(([href, words]) => (
          <a key={href} href={href} aria-current={at === href ? "page" : undefined}>
            {words}
          </a>
        ))}
        {hasQueries() ? <a href="/ide">{say("queries")}</a> : null}
      </nav>
      {at === "/" ? null : <QuickSearch />}
      <div class="settings">
        <button
          type="button"
          onClick={() => setLanguage(language === "vi" ? "en" : "vi")}
          title="L"
          lang={language === "vi" ? "en" : "vi"}
        >
          {say("toLanguage")}
        </button>
        <button type="button" onClick={() => setTheme(theme === "dark" ? "light" : "dark")} title="T">
          {theme === "dark" ? `☀ ${say("toLight")}` : `☾ ${say("toDark")}`}
        </button>
        {isKept ? (
          <button
            type="button"
            onClick={() => {
              takeKey(null);
              location.reload();
            }}
          >
            {say("keyForget")}
          </button>
        ) : null}
        <a href="/help" title="?" aria-label={say("help")}>
          ?
        </a>
      </div>
    </header>
  );
}

/** Whether this server has the page for queries. */
function hasQueries(): boolean {
  return document.getElementById("app")?.dataset["ide"] !== "off";
}

function QuickSearch(): JSX.Element {
  const { say } = useWords();
  return (
    <form
      class="quick-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("q");
        go(address("/", { q: typeof text === "string" ? text : null }));
      }}
    >
      <input type="search" name="q" aria-label={say("searchLabel")} placeholder={`${say("home")}  /`} />
    </form>
  );
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useKeyState } from "./core/key.ts";
import { useKeys } from "./core/keys.ts";
import { apply, useSettings } from "./core/settings.ts";
import { type Place, usePlace } from "./core/url.ts";
import { AgencyPage } from "./pages/agency.tsx";
import { AgenciesPage } from "./pages/agencies.tsx";
import { CalendarPage } from "./pages/calendar.tsx";
import { DocumentPage } from "./pages/document.tsx";
import { DocumentsPage } from "./pages/documents.tsx";
import { GapsPage } from "./pages/gaps.tsx";
import { HelpPage } from "./pages/help.tsx";
import { HomePage } from "./pages/home.tsx";
import { Header } from "./parts/header.tsx";
import { KeyForm } from "./parts/key-form.tsx";
import { Nothing } from "./parts/states.tsx";
import { TaskPanel } from "./parts/task-panel.tsx";
import { LanguageContext, type Say, useWords } from "./words/say.ts";

export function App(): JSX.Element {
  const place = usePlace();
  const { language } = useSettings();
  useKeys();
  const said = place.query.get("lang");
  useEffect(apply, [said]);
  const { isWanted } = useKeyState();
  const task = place.query.get("task");
  return (
    <LanguageContext.Provider value={language}>
      <Frame place={place} />
      {task === null || isWanted ? null : <TaskPanel id={task} />}
    </LanguageContext.Provider>
  );
}

function Frame({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const { isKept, isWanted } = useKeyState();
  const beside = place.query.has("task") || place.query.has("link");
  return (
    <div class={`frame ${beside ? "has-panel" : ""}`}>
      <a class="skip" href="#content">
        {say("skip")}
      </a>
      <Header place={place} />
      <main id="content" tabIndex={-1}>
        {isWanted ? <KeyForm isRefused={isKept} /> : <Page place={place} />}
      </main>
    </div>
  );
}

function Page({ place }: { readonly place: Place }): JSX.Element {
  const { say } = useWords();
  const [, first = "", ...rest] = place.path.split("/");
  const id = decodeURI(rest.join("/"));
  useEffect(() => {
    if (first === "" || id === "") document.title = `${titleOf(first, say)} · Mandate`;
  });
  switch (first) {
    case "":
      return <HomePage place={place} />;
    case "documents":
      return id === "" ? <DocumentsPage place={place} /> : <DocumentPage key={id} id={id} place={place} />;
    case "agencies":
      return id === "" ? <AgenciesPage place={place} /> : <AgencyPage key={id} id={id} place={place} />;
    case "gaps":
      return <GapsPage place={place} />;
    case "calendar":
      return <CalendarPage place={place} />;
    case "help":
      return <HelpPage />;
    default:
      return <Nothing>{say("notFound")}</Nothing>;
  }
}

function titleOf(first: string, say: Say): string {
  const titles: Readonly<Record<string, string>> = {
    documents: say("documents"),
    agencies: say("agencies"),
    gaps: say("gaps"),
    calendar: say("calendar"),
    help: say("help"),
  };
  return titles[first] ?? say("home");
}

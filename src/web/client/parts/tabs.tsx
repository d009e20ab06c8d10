import type { JSX } from "preact";

export interface Tab {
  readonly key: string;
  readonly title: string;
  readonly count?: number | null;
}

/** The parts of a page, each with an address of its own: links, so that they open beside, too. */
export function Tabs({
  tabs,
  current,
  address,
}: {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly address: (key: string) => string;
}): JSX.Element {
  return (
    <nav class="tabs" aria-label="tabs">
      {tabs.map(({ key, title, count }) => (
        <a key={key} href={address(key)} aria-current={key === current ? "page" : undefined}>
          {title}
          {count == null ? null : <span class="tab-count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}

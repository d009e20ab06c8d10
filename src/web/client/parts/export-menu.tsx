import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { csv } from "../../../formats/csv.ts";
import { fileName, save } from "../exports/save.ts";
import type { TableData } from "../exports/table-data.ts";
import { useWords } from "../words/say.ts";

export interface Export {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

/** What can be taken away from here. */
export function ExportMenu({ exports }: { readonly exports: readonly Export[] }): JSX.Element {
  const { say } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      if (menu.current !== null && event.target instanceof Node && !menu.current.contains(event.target))
        menu.current.open = false;
    };
    document.addEventListener("click", close);
    return () => document.removeEventListener("click", close);
  }, []);
  const done = (run: Export["run"]): void => {
    if (menu.current !== null) menu.current.open = false;
    void run();
  };
  return (
    <details class="export" ref={menu}>
      <summary>{say("export")}</summary>
      <div class="menu">
        {exports.map(({ label, run }) => (
          <button key={label} type="button" onClick={() => done(run)}>
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}

/** CSV and XLSX of a table; the code that makes spreadsheets is fetched when the first one is asked for. */
export function tableExports(say: ReturnType<typeof useWords>["say"], table: () => TableData): readonly Export[] {
  return [
    {
      label: say("csv"),
      run: () => save(fileName(table().name, "csv"), "text/csv;charset=utf-8", csv(table().head, table().rows)),
    },
    {
      label: say("xlsx"),
      run: async () => {
        const { xlsx } = await import("../exports/xlsx.ts");
        const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        save(fileName(table().name, "xlsx"), type, xlsx(table()));
      },
    },
    { label: say("print"), run: () => print() },
  ];
}

import type { JSX } from "preact";
import { change, here } from "../core/url.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A choice that is kept in the address under `name`; "" is the first option's own meaning. */
export function Choice({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}): JSX.Element {
  const chosen = here().query.get(name) ?? "";
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DayChoice({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  return (
    <label class="choice">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => change({ [name]: event.currentTarget.value })} />
    </label>
  );
}

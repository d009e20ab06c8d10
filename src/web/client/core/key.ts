import { useEffect, useState } from "preact/hooks";

/** Where the reader's key is kept: as long as this tab lives, and nowhere else. */
const KEY = "mandate:key";
const CHANGED = "mandate:key-changed";
/** True while the server has turned away what was asked with the key at hand. */
let turnedAway = false;
/** For browsers that keep nothing: then as long as the page lives. */
let inMemory: string | null = null;

export function key(): string | null {
  try {
    return sessionStorage.getItem(KEY) ?? inMemory;
  } catch {
    return inMemory;
  }
}

/** Takes a key to ask with from now on; null forgets it. */
export function takeKey(value: string | null): void {
  inMemory = value;
  try {
    if (value === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
  } catch {
    // Kept in memory then.
  }
  tell(false);
}

/** The server wants a key, or does not take the one that it was given. */
export function wantsKey(): void {
  tell(true);
}

function tell(isTurnedAway: boolean): void {
  turnedAway = isTurnedAway;
  dispatchEvent(new Event(CHANGED));
}

/** What there is to know of the key: whether one is at hand, and whether the server asks for one. */
export function useKeyState(): { readonly isKept: boolean; readonly isWanted: boolean } {
  const now = () => ({ isKept: key() !== null, isWanted: turnedAway });
  const [state, setState] = useState(now());
  useEffect(() => {
    const update = (): void => setState(now());
    update();
    addEventListener(CHANGED, update);
    return () => removeEventListener(CHANGED, update);
  }, []);
  return state;
}

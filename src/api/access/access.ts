import type { AccessSettings } from "../../access-settings.ts";
import type { Caller } from "./caller.ts";
import { jwtVerifier } from "./jwt.ts";
import { holderOf, readKeys } from "./keys.ts";
import { badToken } from "./refusal.ts";

/** Tells who asks. */
export interface Access {
  /** Whether those without a token may read. */
  readonly openReading: boolean;
  /** Who a header "Authorization" speaks for; null for nobody in particular. Rejects with a `Refusal` where it holds a token that does not count. */
  identify(authorization: string | undefined): Promise<Caller | null>;
}

/** No tokens are set up: everybody may read, nobody may write, and what a proxy puts into the header is not ours. */
export const READ_ONLY: Access = { openReading: true, identify: () => Promise.resolve(null) };

/** JSON Web Tokens have three parts with dots between them, keys have none. */
const TOKEN = /^bearer +(?<token>[\w.~+/=-]+) *$/iu;

/** Makes ready what the settings name. Throws `ConfigError` where keys cannot be read. */
export async function makeAccess({
  openReading,
  keysFile,
  jwt,
}: Pick<AccessSettings, "openReading" | "keysFile" | "jwt">): Promise<Access> {
  if (keysFile === null && jwt === null) return READ_ONLY;
  const keys = keysFile === null ? [] : await readKeys(keysFile);
  const verify = jwt === null ? null : await jwtVerifier(jwt);
  return {
    openReading,
    identify: async (authorization) => {
      if (authorization === undefined) return null;
      const token = TOKEN.exec(authorization)?.groups?.["token"] ?? "";
      const caller = token.includes(".") ? await verify?.(token) : holderOf(keys, token);
      if (caller == null) throw badToken();
      return caller;
    },
  };
}

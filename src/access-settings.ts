import { ConfigError, type Environment } from "./config.ts";
import { isLoopback } from "./loopback.ts";

/** Who may do what, as the settings say. */
export interface AccessSettings {
  /** Whether everybody who reaches the server may read. */
  readonly openReading: boolean;
}

/**
 * Reads who may do what once, at the start. A server that other machines reach asks for a decision: none is made for its owner. Throws `ConfigError`
 * with the remedies.
 */
export function accessSettings(
  environment: Environment,
  { host, open }: { readonly host: string; readonly open: boolean },
): AccessSettings {
  const openReading = open || environment.MANDATE_ACCESS === "open";
  if (!openReading && !isLoopback(host))
    throw new ConfigError(
      `other machines can reach ${host}: decide who may read — with --open (or MANDATE_ACCESS=open) whoever reaches it; or leave out --host and HOST, then only this machine is served`,
    );
  return { openReading: true };
}

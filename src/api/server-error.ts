/** Why a server could not listen: the message names the address and the remedy. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: "PORT_IN_USE" | "ADDRESS_REFUSED";
  constructor(code: "PORT_IN_USE" | "ADDRESS_REFUSED", message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

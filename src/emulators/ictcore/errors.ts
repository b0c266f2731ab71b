/** The server's own exception: `{"error":{"code","message"}}`, sent with its code as status (code 0: status 200). */
export class CoreException extends Error {
  override readonly name = 'CoreException';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** An uncaught PHP error: status 500 and not one byte. */
export class PhpError extends Error {
  override readonly name = 'PhpError';
}

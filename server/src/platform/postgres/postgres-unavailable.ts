/** The database cannot run here. `cure` is what the operator can do about it, in one or two sentences. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable';
  readonly cure: string;

  constructor(message: string, cure: string, options?: ErrorOptions) {
    super(message, options);
    this.cure = cure;
  }
}
